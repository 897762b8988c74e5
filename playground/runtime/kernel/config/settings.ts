// next.config and `.env` of the moment, and where they take effect: process.env, what is inlined, Next's flags. Read at
// boot and again when a file of theirs changes. Flags are read by Next while it is evaluated, so a change of those
// needs a restart; the rest does not.
import type { CompileClient } from '../compiler/compile-client.ts'
import type { KernelFlags, KernelMeta } from '../contract.ts'
import { publicEnvironment, readEnvironment } from '../files/env-files.ts'
import type { FrontendFiles } from '../files/frontend-files.ts'
import { setEnvironment } from '../platform/install.ts'
import { NEXT_ORIGIN, type Flavour } from '../../wire/message.ts'
import { CacheHandlers } from './cache-handler.ts'
import { evaluateConfig, type UserConfig } from './evaluate-config.ts'
import { kernelFlags, nextConfig, processEnvironment, type NextConfig } from './kernel-config.ts'

export interface SettingsInput {
  readonly meta: KernelMeta
  readonly flavour: Flavour
  readonly files: FrontendFiles
  readonly compiler: CompileClient
  /** Environment from outside; it wins over the files. */
  readonly given: Readonly<Record<string, string>>
  findFile(specifier: string, importer: string): string | null
}

export class Settings {
  userConfig: UserConfig = {}
  config: NextConfig
  /** As Next was evaluated with. */
  readonly flags: { current: KernelFlags }
  /** What keeps next.config from being read; the app answers with it until it is mended. */
  fault: { readonly cause: unknown } | null = null
  readonly cacheHandlers: CacheHandlers
  private readonly input: SettingsInput

  constructor(input: SettingsInput) {
    this.input = input
    this.cacheHandlers = new CacheHandlers(input, () => this.userConfig)
    this.config = nextConfig(input.meta, {})
    this.flags = { current: kernelFlags(input.meta, this.config, input.flavour) }
  }

  /** At boot, before Next is evaluated: its flags follow. */
  async readFirst(): Promise<void> {
    await this.readConfig()
    this.flags.current = this.wantedFlags()
    this.applyEnvironment()
  }

  /** @returns true when only a restart makes the new config whole */
  async readAgain(): Promise<boolean> {
    const { globalNotFound } = this.config
    await this.readConfig()
    this.applyEnvironment()
    // Next's app loader forgets the convention for good when it is asked without it.
    if (this.config.globalNotFound !== globalNotFound) return true
    return JSON.stringify(this.wantedFlags()) !== JSON.stringify(this.flags.current)
  }

  applyEnvironment(): void {
    const { flavour, compiler, files, given } = this.input
    const { config, flags } = this
    const user = readEnvironment({ flavour, read: (name) => files.text(`/${name}`), given })
    const inlinedEnvironment = { ...publicEnvironment(user), ...config.inlinedEnvironment }
    compiler.setSettings({ flavour, cacheComponents: config.cacheComponents, inlinedEnvironment })
    setEnvironment(
      processEnvironment({ flavour, config, flags: flags.current, origin: NEXT_ORIGIN, user }),
    )
  }

  private async readConfig(): Promise<void> {
    try {
      this.userConfig = await evaluateConfig(this.input, phaseOf(this.input.flavour))
      this.fault = null
    } catch (cause) {
      this.userConfig = {}
      this.fault = { cause }
    }
    this.config = nextConfig(this.input.meta, this.userConfig)
  }

  private wantedFlags(): KernelFlags {
    return kernelFlags(this.input.meta, this.config, this.input.flavour)
  }
}

function phaseOf(flavour: Flavour): string {
  return flavour === 'development' ? 'phase-development-server' : 'phase-production-server'
}
