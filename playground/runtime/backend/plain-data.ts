// Data between Python and messages. Python's None is null on the wire; Pyodide makes it undefined.
// Runs in the backend worker. It knows no shapes: what a value means is for the caller.
import type { PyodideInterface } from 'pyodide'
import type { PyProxy } from 'pyodide/ffi'
import type { FileContent } from '../wire/files.ts'
import type { SqlValue } from '../wire/hop.ts'
import type { PythonData } from './python-objects.ts'

/** Copies a dict, list or scalar; undefined becomes null, all the way down. */
export function toPlainData<Shape>(value: PythonData<Shape>): Shape {
  // A cast: the Python side declares the same shape (a TypedDict), with None where this has null.
  return withNulls(value.toJs({ create_pyproxies: false })) as Shape
}

function withNulls(value: unknown): unknown {
  if (value === undefined) return null
  if (Array.isArray(value)) return value.map(withNulls)
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withNulls(item)]))
}

/** The same for something that Python returned: what it passed as an argument is let go of by itself. */
export function takePlainData<Shape>(value: PythonData<Shape>): Shape {
  try {
    return toPlainData(value)
  } finally {
    value.destroy()
  }
}

/** Lends Python a dict for the time of one call; it may keep its own reference. null becomes None. */
export function withDict<T>(
  pyodide: PyodideInterface,
  record: Readonly<Record<string, FileContent | null>>,
  work: (dict: PyProxy) => T,
): T {
  const entries = Object.entries(record).map(([key, value]) => [key, value ?? undefined] as const)
  return lend(pyodide.toPy(new Map(entries)), work)
}

export function withList<T>(
  pyodide: PyodideInterface,
  values: readonly SqlValue[],
  work: (list: PyProxy) => T,
): T {
  return lend(pyodide.toPy(values.map((value) => value ?? undefined)), work)
}

function lend<T>(value: PyProxy, work: (value: PyProxy) => T): T {
  try {
    return work(value)
  } finally {
    value.destroy()
  }
}
