// Next's template expansion, which its compiler has in Rust (crates/next-core/src/next_app/…/template.rs): strings `VAR_…`
// become values, `// INJECT:x` becomes a constant, relative imports become imports of the package. Bundled into
// toolchain.js; a test compares it with the real one.
// @ts-check

/**
 * @param {string} content
 * @param {Record<string, string>} replacements by the string's text
 * @param {Record<string, string>} [injections] code by name
 * @param {Record<string, string | null>} [imports] by the specifier's text
 */
export function expandTemplate(content, replacements, injections = {}, imports = {}) {
  let text = content
    .replace(/from\s*(['"])\.\.\/\.\.\/(.*?)\1/g, 'from "next/dist/$2"')
    .replace(/from\s*(['"])\.\/(.*?)\1/g, 'from "next/dist/build/templates/$2"')
  for (const [name, value] of Object.entries(replacements)) {
    text = text.replaceAll(new RegExp(`(['"])${name}\\1`, 'g'), () => JSON.stringify(value))
  }
  text = text.replace(/\/\/ INJECT:(\w+)/g, (line, name) =>
    name in injections ? `const ${name} = ${injections[name]}` : line,
  )
  return expandOptionalImports(text, imports)
}

/** `// OPTIONAL_IMPORT:x` or `// OPTIONAL_IMPORT:* as x`. @param {string} text @param {Record<string, string | null>} imports */
function expandOptionalImports(text, imports) {
  return text.replace(/\/\/ OPTIONAL_IMPORT:(\* as )?(\w+)/g, (line, star, name) => {
    if (!(name in imports)) return line
    const from = imports[name]
    return from === null
      ? `const ${name} = null;`
      : `import ${star ?? ''}${name} from ${JSON.stringify(from)};`
  })
}
