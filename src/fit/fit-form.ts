/** Reckons as somebody types. Nothing is sent or kept. */
import { cards, fitOn, models, type ModelName } from './memory.ts';
import { fieldFault, fieldNames, loadOf, type Typed } from './read.ts';
import { verdictWords } from './words.ts';

const inputOf = (form: HTMLFormElement, name: string): HTMLInputElement => form.elements.namedItem(name) as HTMLInputElement;

const fillIn = (form: HTMLFormElement, name: string): void => {
  if (!Object.hasOwn(models, name)) return;
  const { parameters, layers, kvHeads, headDimension } = models[name as ModelName];
  const shape = { parameters: parameters / 1e9, layers, kvHeads, headDimension };
  for (const [field, value] of Object.entries(shape)) inputOf(form, field).value = String(value);
};

/** Shows what is wrong with each field; whether all can be reckoned with. */
const complain = (form: HTMLFormElement): boolean => {
  let fine = true;
  for (const name of fieldNames) {
    const input = inputOf(form, name);
    const fault = fieldFault(name, input.value);
    if (fault) input.setAttribute('aria-invalid', 'true');
    else input.removeAttribute('aria-invalid');
    const said = document.getElementById(`${name}-fault`);
    if (said) said.textContent = fault ?? '';
    fine &&= !fault;
  }
  return fine;
};

/** Reckons what stands in `form`, now and whenever it changes. */
export const reckon = (form: HTMLFormElement): void => {
  const show = (): void => {
    const fine = complain(form);
    const typed = Object.fromEntries(new FormData(form)) as unknown as Typed;
    for (const [index, line] of form.querySelectorAll('.reckoned dd').entries()) {
      const card = cards[index];
      if (card) line.textContent = fine ? verdictWords(fitOn(card, loadOf(typed))) : 'Not reckoned: see the fields above.';
    }
  };
  form.addEventListener('input', ({ target }) => {
    const { name, value } = target as HTMLInputElement;
    if (name === 'model') fillIn(form, value);
    else if (['parameters', 'layers', 'kvHeads', 'headDimension'].includes(name)) inputOf(form, 'model').value = '';
    show();
  });
  form.addEventListener('submit', show);
  show();
};
