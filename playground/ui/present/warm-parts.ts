// Loads what the stage would load later, one piece at a time, on somebody's stage: the editor, the tabs of the dock, the
// dialogs. After it the page needs no file of its own any more.
export async function warmParts(): Promise<void> {
  await Promise.all([
    import('../editor/monaco.ts').then(({ loadMonaco }) => loadMonaco()),
    import('./stage/StageEditor.tsx'),
    import('./stage/StageDialogs.tsx'),
    import('./stage/HopSections.tsx'),
    import('./stage/use-code-lines.ts').then(({ loadHighlight }) => loadHighlight()),
    import('../data/DataPane.tsx'),
    import('../data/TableGrid.tsx'),
    import('../jar/JarPane.tsx'),
    import('../jar/TokenBox.tsx'),
    import('../console/ConsolePane.tsx'),
  ])
}
