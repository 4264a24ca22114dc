/** Says when the next meeting is by the clock of the visitor, and again as time passes while the page stays open. */
import type { Plan } from './recurrence.ts';
import { sayNext } from './say.ts';

class NextMeetup extends HTMLElement {
  connectedCallback() {
    const plan = JSON.parse(this.dataset.plan ?? '') as Plan;
    const say = () => {
      const words = sayNext(plan, Date.now());
      const place = this.firstElementChild;
      if (place && place.textContent !== words) place.textContent = words;
    };
    say();
    setInterval(say, 15_000);
  }
}

customElements.define('next-meetup', NextMeetup);
