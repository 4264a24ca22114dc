import type { Guard } from './gate.ts';

export const guard: Guard = () => [];
