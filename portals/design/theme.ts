import {
  Button,
  Checkbox,
  Combobox,
  type CSSVariablesResolver,
  createTheme,
  Input,
  InputWrapper,
  type MantineColorsTuple,
  MultiSelect,
  Pill,
  SegmentedControl,
  Select,
  Skeleton,
} from '@mantine/core'
import controls from './controls.module.css'

/** The ramps of tokens.css, in the same order: Mantine needs them as values, since it computes contrasts from them. */
const teal: MantineColorsTuple = [
  '#eef5f3',
  '#dcebe8',
  '#bcd9d4',
  '#8dc4bd',
  '#5fa39d',
  '#3a847f',
  '#226b68',
  '#155856',
  '#0e4a4b',
  '#093839',
]
const coral: MantineColorsTuple = [
  '#fdf2ed',
  '#fae0d6',
  '#f5c2b1',
  '#f0a088',
  '#e98063',
  '#dc6344',
  '#c74b2e',
  '#ac3c23',
  '#8d311c',
  '#6d2616',
]
const leaf: MantineColorsTuple = [
  '#eef6ed',
  '#d9ebd8',
  '#b2d6b2',
  '#85be89',
  '#59a163',
  '#378546',
  '#236e35',
  '#1b5c2c',
  '#154b24',
  '#0f3a1b',
]
const stone: MantineColorsTuple = [
  '#fbf9f5',
  '#f5f2ea',
  '#eeeadf',
  '#e5dfd3',
  '#cfc7b8',
  '#a9a193',
  '#7d776b',
  '#625d54',
  '#45423b',
  '#2a2924',
]
const night: MantineColorsTuple = [
  '#ece8df',
  '#cfcbc2',
  '#b3b0a7',
  '#96948b',
  '#4a4f4a',
  '#363b37',
  '#292e2b',
  '#1f2421',
  '#181b19',
  '#121513',
]

// Inside the page's landmarks, not at the end of the document: what opens belongs to the field that opened it.
const inPlace = { withinPortal: false, transitionProps: { duration: 0 } }

export const theme = createTheme({
  colors: { teal, coral, leaf, gray: stone, dark: night },
  primaryColor: 'teal',
  primaryShade: { light: 8, dark: 3 },
  autoContrast: true,
  luminanceThreshold: 0.35,
  defaultRadius: 'md',
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '8px', xl: '8px' },
  spacing: { xs: '4px', sm: '8px', md: '16px', lg: '24px', xl: '32px' },
  fontFamily: "Figtree, 'Figtree fallback', system-ui, sans-serif",
  fontSizes: { xs: '0.8125rem', sm: '0.875rem', md: '0.9375rem', lg: '1.125rem', xl: '1.375rem' },
  lineHeights: { xs: '1.25rem', sm: '1.25rem', md: '1.5rem', lg: '1.5rem', xl: '1.75rem' },
  shadows: { md: 'var(--shadow-float)' },
  focusRing: 'auto',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: Button.extend({
      defaultProps: { variant: 'filled' },
      classNames: { root: controls.button, loader: controls.loader },
    }),
    Input: Input.extend({ classNames: { wrapper: controls.inputWrapper, input: controls.input } }),
    InputWrapper: InputWrapper.extend({
      classNames: { label: controls.label, description: controls.hint, error: controls.error },
      defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] },
    }),
    Select: Select.extend({ defaultProps: { comboboxProps: inPlace } }),
    MultiSelect: MultiSelect.extend({
      defaultProps: { comboboxProps: inPlace },
      classNames: { inputField: controls.pillsField },
    }),
    Combobox: Combobox.extend({
      classNames: {
        dropdown: controls.float,
        option: controls.option,
        groupLabel: controls.groupLabel,
        empty: controls.empty,
      },
    }),
    Pill: Pill.extend({ classNames: { root: controls.pill } }),
    Checkbox: Checkbox.extend({ classNames: { input: controls.check } }),
    SegmentedControl: SegmentedControl.extend({
      classNames: { root: controls.segments, label: controls.segment, indicator: controls.chosen },
      defaultProps: { withItemsBorders: false },
    }),
    Skeleton: Skeleton.extend({ classNames: { root: controls.shape } }),
  },
})

const named = {
  '--mantine-color-body': 'var(--paper)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-3)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--hover)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line-strong)',
  '--mantine-color-placeholder': 'var(--ink-3)',
  '--mantine-color-error': 'var(--need)',
  '--mantine-color-anchor': 'var(--link)',
  '--mantine-color-disabled': 'var(--track)',
  '--mantine-color-disabled-color': 'var(--ink-3)',
}

/** Points Mantine's own names at the semantic ones, which follow the scheme by themselves. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({ variables: {}, light: named, dark: named })
