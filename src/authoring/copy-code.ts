/** A button that copies the code it stands on. It says in words what happened, to those who listen as well. */
class CopyCode extends HTMLElement {
  connectedCallback(): void {
    const code = this.querySelector('pre');
    // Only pages from https, or from this machine, may write to the clipboard.
    if (!code || !isSecureContext || this.querySelector('button')) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = 'Copy';
    button.setAttribute('aria-live', 'polite');
    button.addEventListener('click', () => {
      const say = (words: string) => {
        button.textContent = words;
        setTimeout(() => (button.textContent = 'Copy'), 2000);
      };
      navigator.clipboard.writeText(code.textContent).then(
        () => say('Copied'),
        () => say('Select the text to copy it'),
      );
    });
    this.append(button);
  }
}

customElements.define('copy-code', CopyCode);
