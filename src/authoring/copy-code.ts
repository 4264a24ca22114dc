/** A button that copies the code it stands on. It says in words what happened, to those who listen as well. */
class CopyCode extends HTMLElement {
  connectedCallback(): void {
    const code = this.querySelector('pre') as HTMLPreElement;
    const button = document.createElement('button');
    button.ariaLive = 'polite';
    const say = (words: string) => (button.textContent = words);
    say('Copy');
    button.onclick = async () => {
      // Only pages from https, or from this machine, may write to the clipboard.
      try {
        await navigator.clipboard.writeText(code.textContent);
        say('Copied');
      } catch {
        say('Not copied');
      }
      setTimeout(say, 2000, 'Copy');
    };
    this.append(button);
  }
}

customElements.define('copy-code', CopyCode);
