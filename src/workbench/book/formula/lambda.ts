import { errors } from '../errorValue';
import type { Scope } from './scope';
import type { Lambda, Value, Variables } from './value';

/** How deep names, LET and LAMBDA may lead. */
export const deepest = 250;

/** Call a LAMBDA with arguments; too many are #VALUE!, too deep a recursion is #NUM!. */
export function applyLambda(lambda: Lambda, args: readonly Value[], scope: Scope): Value {
  if (args.length > lambda.parameters.length) return errors.value;
  if (scope.depth > deepest) return errors.number;
  let variables: Variables | null = lambda.variables;
  lambda.parameters.forEach((name, index) => {
    variables = { name, value: args[index], outer: variables };
  });
  return scope.evaluate(lambda.body, { ...scope, variables, depth: scope.depth + 1 });
}
