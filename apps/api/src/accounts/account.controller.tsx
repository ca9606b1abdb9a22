import { Body, Controller, Param, Query, Req } from '@nestjs/common';
import { saveProfileRequest, saveRelationsRequest, emailAddress, newPassword } from '@convoke/contract';
import { Refusal } from '@convoke/domain';
import { isLocale, translator } from '@convoke/texts';
import type { Request } from 'express';
import * as z from 'zod';
import { CurrentViewer, Page } from '../platform/http/endpoint';
import { page, seeOther, type PageResult, type SeeOther } from '../platform/http/pages/page';
import { localeOf } from '../platform/http/pages/page-context';
import type { InputError } from '../platform/http/parse-input';
import { Sessions } from '../platform/session/sessions.service';
import type { Viewer } from '../platform/session/viewer';
import { Clock } from '../platform/clock';
import { Config } from '../platform/config';
import { Accounts } from './accounts.service';
import { AccountView, type AccountNote } from './account.views';
import { Addresses } from './addresses.service';
import { CalendarFeeds } from './calendar-feeds.service';
import { checkForm, fieldsOf, type FormFields } from './forms';
import { Profile } from './profile.service';
import { Relations } from './relations.service';

const notes: readonly AccountNote[] = ['saved', 'mailSent', 'verified'];
const profileFields = ['givenName', 'familyName', 'affiliation', 'locale', 'timeZone', 'version'] as const;
const relationFields = ['advisors', 'collaborators', 'institutions'] as const;
const profileForm = saveProfileRequest.extend({ version: z.coerce.number().int() });

/** One's own account as a page: profile, addresses, password, sessions. Each part is a form of its own. */
@Controller()
export class AccountController {
  constructor(
    private readonly accounts: Accounts,
    private readonly addresses: Addresses,
    private readonly profile: Profile,
    private readonly relations: Relations,
    private readonly sessions: Sessions,
    private readonly calendars: CalendarFeeds,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  @Page('GET', '/account', 'signed-in')
  async account(@CurrentViewer() viewer: Viewer, @Query('note') note: unknown): Promise<PageResult> {
    return this.view(viewer, { note: notes.find((one) => one === note) ?? null });
  }

  @Page('POST', '/account/profile', 'signed-in')
  async saveProfile(
    @Body() body: unknown,
    @CurrentViewer() viewer: Viewer,
    @Req() req: Request,
  ): Promise<PageResult | SeeOther> {
    const fields = fieldsOf(body, profileFields);
    const { t } = translator(localeOf(req));
    const form = checkForm(profileForm, { ...fields, locale: isLocale(fields['locale']) ? fields['locale'] : 'en' }, t);
    if (form.errors) return this.view(viewer, { fields, errors: form.errors });
    try {
      await this.profile.save(viewer, form.data);
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'stale_version') throw error;
      return this.view(viewer, {
        fields,
        errors: [{ path: 'familyName', message: t('account.page.stale') }],
        status: 409,
      });
    }
    return seeOther('/account?note=saved');
  }

  @Page('POST', '/account/relations', 'signed-in')
  async saveRelations(
    @Body() body: unknown,
    @CurrentViewer() viewer: Viewer,
    @Req() req: Request,
  ): Promise<PageResult | SeeOther> {
    const { t } = translator(localeOf(req));
    const { version, ...fields } = fieldsOf(body, [...relationFields, 'version']);
    const lines = Object.fromEntries(relationFields.map((name) => [name, (fields[name] ?? '').split(/\r?\n/)]));
    const parsed = saveRelationsRequest.safeParse({ version: Number(version), ...lines });
    if (!parsed.success) {
      const paths = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0] ?? '')))];
      const errors = paths.map((path) => ({ path, message: t('account.error.relations') }));
      return this.view(viewer, { fields, errors });
    }
    try {
      await this.relations.save(viewer, parsed.data);
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'stale_version') throw error;
      const errors = [{ path: 'advisors', message: t('account.page.stale') }];
      return this.view(viewer, { fields, errors, status: 409 });
    }
    return seeOther('/account?note=saved');
  }

  @Page('POST', '/account/password', 'signed-in')
  async changePassword(
    @Body() body: unknown,
    @CurrentViewer() viewer: Viewer,
    @Req() req: Request,
  ): Promise<PageResult | SeeOther> {
    const { t } = translator(localeOf(req));
    const form = checkForm(
      z.object({ current: z.string().max(200), next: newPassword }),
      fieldsOf(body, ['current', 'next']),
      t,
    );
    if (form.errors) return this.view(viewer, { errors: form.errors });
    try {
      await this.accounts.changePassword(viewer, form.data.current, form.data.next);
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'invalid_body') throw error;
      return this.view(viewer, { errors: [{ path: 'current', message: t('account.error.current') }] });
    }
    return seeOther('/account?note=saved');
  }

  @Page('POST', '/account/addresses', 'signed-in')
  async addAddress(
    @Body() body: unknown,
    @CurrentViewer() viewer: Viewer,
    @Req() req: Request,
  ): Promise<PageResult | SeeOther> {
    const fields = fieldsOf(body, ['address']);
    const form = checkForm(z.object({ address: emailAddress }), fields, translator(localeOf(req)).t);
    if (form.errors) return this.view(viewer, { fields, errors: form.errors });
    await this.addresses.add(viewer, form.data.address, () => Promise.resolve());
    return seeOther('/account?note=mailSent');
  }

  @Page('POST', '/account/addresses/:id/:act', 'signed-in')
  async changeAddress(
    @Param('id') id: string,
    @Param('act') act: string,
    @CurrentViewer() viewer: Viewer,
  ): Promise<SeeOther> {
    if (act === 'primary') await this.addresses.makePrimary(viewer, id);
    else if (act === 'remove') await this.addresses.remove(viewer, id);
    else if (act === 'verification') await this.addresses.resend(viewer, id);
    else throw new Refusal('not_found');
    return seeOther(`/account?note=${act === 'verification' ? 'mailSent' : 'saved'}`);
  }

  @Page('POST', '/account/sessions/end', 'signed-in')
  async endSession(@Body() body: unknown, @CurrentViewer() viewer: Viewer): Promise<SeeOther> {
    const { session = '' } = fieldsOf(body, ['session']);
    if (session === 'others') await this.accounts.revokeOtherSessions(viewer);
    else if (z.uuid().safeParse(session).success) await this.accounts.revokeSession(viewer, session);
    else throw new Refusal('not_found');
    return seeOther('/account?note=saved');
  }

  @Page('POST', '/account/reminders', 'signed-in')
  async wantReminders(@Body() body: unknown, @CurrentViewer() viewer: Viewer): Promise<SeeOther> {
    const wants = z.enum(['yes', 'no']).safeParse(fieldsOf(body, ['wants'])['wants']);
    if (!wants.success) throw new Refusal('invalid_body', { path: 'wants' });
    await this.profile.wantReminders(viewer, wants.data === 'yes');
    return seeOther('/account?note=saved');
  }

  /** The one answer that shows the address: kept is its hash alone. */
  @Page('POST', '/account/calendar', 'signed-in')
  async renewCalendar(@CurrentViewer() viewer: Viewer): Promise<PageResult> {
    const token = await this.calendars.renew(viewer);
    return this.view(viewer, { calendarAddress: `${this.config.publicUrl}/calendar/${token}.ics` });
  }

  @Page('POST', '/account/calendar/end', 'signed-in')
  async endCalendar(@CurrentViewer() viewer: Viewer): Promise<SeeOther> {
    await this.calendars.end(viewer);
    return seeOther('/account?note=saved');
  }

  private async view(
    viewer: Viewer,
    state: {
      note?: AccountNote | null;
      fields?: FormFields;
      errors?: InputError[];
      status?: number;
      calendarAddress?: string;
    },
  ): Promise<PageResult> {
    const [me, sessions, relations, calendarSince, wantsReminders] = await Promise.all([
      this.profile.me(viewer),
      this.sessions.listOf(viewer),
      this.relations.of(viewer),
      this.calendars.since(viewer),
      this.profile.wantsReminders(viewer),
    ]);
    const errors = state.errors ?? [];
    const now = this.clock.now();
    return page({
      titleKey: 'account.page.title',
      noIndex: true,
      status: state.status ?? (errors.length > 0 ? 422 : 200),
      body: ({ t, locale }) => (
        <AccountView
          t={t}
          locale={locale}
          me={me}
          sessions={sessions}
          relations={relations}
          calendar={{ since: calendarSince, address: state.calendarAddress ?? null }}
          wantsReminders={wantsReminders}
          now={now}
          note={state.note ?? null}
          fields={state.fields ?? {}}
          errors={errors}
        />
      ),
    });
  }
}
