const shapes = {
  globe: (
    <path d="M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM2 8h12M8 2c2 1.7 2.5 4 2.5 6S10 12.3 8 14c-2-1.7-2.5-4-2.5-6S6 3.7 8 2z" />
  ),
  half: (
    <>
      <circle cx="8" cy="8" r="5.5" />
      <path d="M8 2.5a5.5 5.5 0 0 1 0 11z" fill="currentColor" />
    </>
  ),
  person: <path d="M8 8.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2.5 14c.6-2.7 2.7-4 5.5-4s4.9 1.3 5.5 4" />,
  calendar: <path d="M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 2v3M10.5 2v3" />,
  pin: <path d="M8 14s4.5-4 4.5-7.3a4.5 4.5 0 0 0-9 0C3.5 10 8 14 8 14zM8 8.2a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3z" />,
  lock: <path d="M3.5 7h9v6.5h-9zM5.5 7V5a2.5 2.5 0 0 1 5 0v2" />,
  warning: <path d="M8 2.5 14.5 13.5h-13zM8 6.5v3.5M8 11.8v.2" />,
  done: (
    <>
      <circle cx="8" cy="8" r="6" fill="currentColor" />
      <path class="on-shape" d="m5.3 8.2 1.9 1.9 3.5-4" />
    </>
  ),
  now: (
    <>
      <circle cx="8" cy="8" r="5.5" />
      <circle cx="8" cy="8" r="2.5" fill="currentColor" stroke="none" />
    </>
  ),
  later: <circle cx="8" cy="8" r="4.5" />,
} as const;

export type IconName = keyof typeof shapes;

/** One drawn sign: hidden from screen readers unless it carries a meaning of its own (`label`). */
export function Icon({ name, label }: { name: IconName; label?: string }) {
  const naming = label ? ({ role: 'img', 'aria-label': label } as const) : ({ 'aria-hidden': 'true' } as const);
  return (
    <svg class="i" viewBox="0 0 16 16" {...naming}>
      {shapes[name]}
    </svg>
  );
}
