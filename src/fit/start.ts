/** Fetches the sums when somebody turns to the form; what stands in it until then was reckoned when the site was built. */
class FitForm extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form');
    if (!form) return;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      start();
    });
    let asked = false;
    const start = (): void => {
      if (asked) return;
      asked = true;
      import('./fit-form.ts').then(
        ({ reckon }) => reckon(form),
        () => {
          // Whoever comes back to the form tries again.
          asked = false;
          form.querySelector('.reckoned')?.replaceChildren('The form could not be loaded. The table below holds without it.');
        },
      );
    };
    form.addEventListener('focusin', start);
    form.addEventListener('input', start);
  }
}

customElements.define('fit-form', FitForm);

export {};
