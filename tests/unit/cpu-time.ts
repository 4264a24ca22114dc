/** How long something takes by the clock of the processor, which other programs on the machine do not move. */

/** A watch: it answers the milliseconds of processor time that this thread has had since. */
export const cpuTime = (): (() => number) => {
  const before = process.threadCpuUsage();
  return () => {
    const { user, system } = process.threadCpuUsage(before);
    return (user + system) / 1000;
  };
};
