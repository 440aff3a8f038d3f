import type { ModelObject } from './batch/modelObject';
import { required } from './batch/required';

/** The objects that the add-in holds across requests (`_KeepReference`), by the id it was given. */
export class References {
  private readonly objects = new Map<string, ModelObject>();
  private readonly ids = new WeakMap<ModelObject, string>();
  private next = 1;

  /** Hold an object; holding it again gives the same id. */
  keep(object: ModelObject): string {
    const known = this.ids.get(object);
    if (known !== undefined) {
      return known;
    }
    const id = `{reference-${this.next++}}`;
    this.ids.set(object, id);
    this.objects.set(id, object);
    return id;
  }

  idOf(object: ModelObject): string | undefined {
    return this.ids.get(object);
  }

  find(id: string): ModelObject | null {
    return this.objects.get(id) ?? null;
  }

  get(id: string): ModelObject {
    return required(this.find(id));
  }

  /** Let go of an object; held once more it gets a new id. */
  release(id: string): void {
    const object = this.objects.get(id);
    if (object) this.ids.delete(object);
    this.objects.delete(id);
  }

  releaseAll(): void {
    for (const id of [...this.objects.keys()]) this.release(id);
  }

  get count(): number {
    return this.objects.size;
  }
}
