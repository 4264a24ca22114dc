/**
 * What organisers do with a series, each as one small edit of its file. The page for organisers shows them; a test reads every edit as
 * it stands here and compares what the site then says with the words shown.
 */

export interface Task {
  id: string;
  title: string;
  about: string;
  /** The lines to write into the front matter of the series, in place of those that begin with the same names. */
  edit: string;
  /** When a reader looks, as an instant. */
  at: string;
  /** What the page then says. */
  says: string;
}

/** The series that the examples start from, invented: its dates are no announcement. */
export const EXAMPLE = `title: Example series
summary: An invented series on which this page shows each edit.
rule:
  everyWeeks: 2
  weekday: Wednesday
  time: "10:00"
firstDate: 2031-01-08
minutes: 60
place: to be confirmed
online: to be confirmed
hosts: to be confirmed
visitors: to be confirmed
ask:
  - simon-ellershaw
`;

export const tasks: readonly Task[] = [
  {
    id: 'first-date',
    title: 'Confirm the first date',
    about:
      'Write the day of a meeting that is certain, past or ahead. The rhythm is counted from it. Dates, calendar files and the feed then appear by themselves; take out what the text below says is to be confirmed.',
    edit: 'firstDate: 2031-01-08',
    at: '2031-01-01T12:00Z',
    says: 'Next: Wednesday 8 January 2031, 10:00 (in seven days).',
  },
  {
    id: 'cancel',
    title: 'Cancel one',
    about: 'Give the day on which it would have been, and why. The meetings after it stay where they are.',
    edit: 'exceptions:\n  - kind: cancelled\n    on: 2031-01-22\n    reason: The room is being painted',
    at: '2031-01-20T12:00Z',
    says: 'Cancelled this time (Wednesday 22 January 2031: The room is being painted); the next is Wednesday 5 February 2031, 10:00 (in 16 days).',
  },
  {
    id: 'move',
    title: 'Move one',
    about: 'Give the day on which it would have been, and what changes: the day (to), the time, the place, or several of them.',
    edit: 'exceptions:\n  - kind: moved\n    on: 2031-01-22\n    to: 2031-01-23\n    time: "14:00"\n    place: The seminar room\n    reason: The usual room is taken',
    at: '2031-01-20T12:00Z',
    says: 'Next: Thursday 23 January 2031, 14:00 (in three days), The seminar room. Moved from Wednesday 22 January 2031: The usual room is taken.',
  },
  {
    id: 'extra',
    title: 'Add an extra one',
    about: 'Give its day, and the time if it is not the usual one.',
    edit: 'exceptions:\n  - kind: extra\n    on: 2031-01-29\n    reason: A visiting speaker',
    at: '2031-01-28T12:00Z',
    says: 'Next: Wednesday 29 January 2031, 10:00 (tomorrow). An extra meeting: A visiting speaker.',
  },
  {
    id: 'pause',
    title: 'Pause for a while',
    about:
      'Both days belong to the pause. The rhythm is counted on meanwhile. If nobody knows the last day, write "to be confirmed".',
    edit: 'pauses:\n  - from: 2031-07-20\n    until: 2031-09-01\n    reason: Summer',
    at: '2031-08-01T12:00Z',
    says: 'Paused until Monday 1 September 2031: Summer. Next: Wednesday 3 September 2031, 10:00 (in 33 days).',
  },
  {
    id: 'rhythm',
    title: 'Change the rhythm',
    about:
      'Give the first day of the new rhythm and what changes; it is counted from that day. Past meetings stay where they were. To shift the rhythm by a week, give only the day.',
    edit: 'changes:\n  - from: 2031-03-06\n    everyWeeks: 4\n    weekday: Thursday\n    time: "14:00"',
    at: '2031-03-06T16:00Z',
    says: 'Next: Thursday 3 April 2031, 14:00 (in 28 days).',
  },
  {
    id: 'end',
    title: 'End a series',
    about: 'Give the last day on which it may take place. Its page and its past sessions stay.',
    edit: 'ends: 2031-06-30',
    at: '2031-06-29T12:00Z',
    says: 'No further meeting is planned.',
  },
];
