/** Says of every day on the page how it stands to the day of the reader, so that a page built long ago shows its age. */
import { longDay } from '../days.ts';
import { todayInLondon } from '../today.ts';
import { dueWords, isOverdue } from './due.ts';

class DueDays extends HTMLElement {
  connectedCallback(): void {
    const today = todayInLondon();
    let late = 0;
    const cells = [...this.querySelectorAll<HTMLElement>('[data-due]')];
    for (const cell of cells) {
      const due = cell.dataset['due'] ?? '';
      cell.textContent = dueWords(due, today);
      cell.classList.toggle('late', isOverdue(due, today));
      late += Number(isOverdue(due, today));
    }
    const said = this.querySelector('[data-said]');
    if (said) said.textContent = `${late} of ${cells.length} pages are overdue today, ${longDay(today)}.`;
  }
}

customElements.define('due-days', DueDays);
