/**
 * Secrets by the rules of secretlint, which its maintainers keep up with the issuers of tokens. They know more forms than the
 * guard's own rules, but need Node and time: they run over commits and in CI, not while somebody writes.
 */
import { lintSource } from '@secretlint/core';
import { creator as recommended } from '@secretlint/secretlint-rule-preset-recommend';
import { inOrder, type Problem } from '../../problems.ts';
import { messageOf } from '../index.ts';
import { isGuarded, type GuardedFile } from './guard.ts';
import { readGuarded } from './read.ts';

const config = { rules: [{ id: '@secretlint/secretlint-rule-preset-recommend', rule: recommended }] };

/** Every secret in `files`. As everywhere in the guard, a problem says where and never what. */
export const scanSecrets = async (files: readonly GuardedFile[]): Promise<Problem[]> => {
  const problems: Problem[] = [];
  for (const { path, bytes } of files) {
    if (!isGuarded(path)) continue;
    for (const { text, at } of readGuarded(path, bytes).pieces) {
      const { messages } = await lintSource({
        // A comment in a page must not be able to switch the scanner off, and offsets must stay.
        source: {
          content: text.replaceAll('secretlint-', 'secretlint_'),
          filePath: path,
          ext: /\.[^./]*$/.exec(path)?.[0] ?? '',
          contentType: 'text',
        },
        options: { config, maskSecrets: true, noPhysicFilePath: true },
      });
      problems.push(
        ...messages.map(({ range }): Problem => ({ file: path, ...at(range[0]), rule: 'secret', message: messageOf('secret') })),
      );
    }
  }
  return inOrder(problems);
};
