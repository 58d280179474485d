"""The components of the design language; the only place with colours, style sheets and widgets.

Screens compose these and add only layouts. Colours are meanings ("text_2", "amber_text"), icons
are names in resources/icons, texts come translated. Start: `theme.apply_theme(app, theme, scale)`
with "light", "dark" or "hc" and 1.0, 1.25 or 1.5; call it again to change it live.

Widgets (module: constructor; signals)

words       Words(text, letter="body", tone="text", *, bold, rich, centred, monospace)
            letters small, body, head, title, client_panel_question, client_panel_option,
            client_view_question, client_view_option; .say(text), .set_tone(tone);
            rich reads <b> <muted> <amber> <accent>
button      Button(text, kind="secondary", *, icon, icon_after, size, key)
            kinds primary, secondary, quiet, caution, life; sizes small, normal, large, hero
            .set_chosen(bool) for the one of several
            IconButton(icon, name, kind="quiet", *, size, tone)   HideButton()
card        Card(title="", *, icon, icon_colour, meta, tone, padded); .body (QVBoxLayout),
            .header and .foot (QHBoxLayout, made when asked for), .set_chosen, .set_title, .set_meta
            Picture(icon, colour="text", side=20)   Rule()
mark        Glyph(letter="", *, icon, tone="accent", side=40); .set_tone   KeyCap(key)
choice_row  ChoiceRow(text, *, key, mark="radio", quiet, detail, icon); QAbstractButton, .clear(),
            .show_picture(pixmap); mark "rank" with .show_number(place)
choice_cell ChoiceStrip([ChoiceCell(text, *, key, mark, quiet)], *, bare): one line, or rows
columns     Columns(widgets, *, most): as many columns as fit
segmented   Segmented(options, value="", *, name); chosen(str); .value, .pick(value)
field       LineField(label, text="", *, hint, optional, icon, key, name); changed, finished
            .text, .set_text, .show_error(sentence), .edit
            TextField(label, text="", *, hint, optional, icon, lines=3)
            NumberField(label, *, decimals, hint, optional); .number
banner      Banner(text, tone="", *, icon, rich, bold); tones "", accent, amber, red
            Notice(title, text="", tone="accent", *, icon, action, closable); acted, closed,
            .announce()
chip        Chip(text, tone="", *, icon); tones "", accent, amber, red, outline
            FilterChip(text, count=None, *, icon); checkable
page_header PageHeader(title, line="", *, back, letter, hide=True); hide_asked, back_asked;
            .add(widget), .add_chip(chip, beside_line=False), .say(title, line)
rail        Rail([(place, icon, words)]); went(str), lock_asked; .go(place), .set_badge(place, n)
row         Row(title, line="", *, aside, letter, icon, tone, plain_icon, meta, opens, chooses,
            first); clicked when it `opens` or `chooses`; .end and .body (layouts), .set_ground
switch      TickBox(text, *, tidy)   Switch(text, *, tidy); of QCheckBox
clock       Clock(what, start, end, today, *, dated); `what` holds {left}
            Segments(start, end, today)   is_near(end, today)   days_left(end, today)
progress    Progress(name)   Count(words, *, bold).show_count(done, whole, words)
            Job(name, stopping=""); stop_asked; .show_progress(done, whole, words)
section_rail  SectionRail(); went(str); .add(place, words), .go, .show_state(place, state, count),
            .clear(), .above, .under; states empty, done, part, threat
tabs        Tabs([(place, words)]); went(str); .go(place), .set_count(place, n)
combo       Combo(options, value, *, name, icon, hint); chosen(str); .offer, .pick, .value
            ComboField(label, options, value, *, icon, hint, optional); .combo, .value
menu        Menu(); .offer(words, then, *, icon)
menu_button MenuButton(options, value, *, name, icon); chosen(str), .pick, .value, .menu
group_field GroupField(label, *, spread, judge, name) for a few signs of a paper; changed,
            spilled, entered; .group, .is_right, .put(group), .show_error, .clear()
group_sheet GroupSheet(head, foot, name); .show_groups(groups), .set_covered(bool), .clear()
passphrase_field  PassphraseField(label, *, with_show); .passphrase, entered, caps_lock_changed
menu_strip  MenuStrip(); .add(words) -> Menu    theme_card  ThemeCard(theme, words); .clear()
strength    StrengthBars(filled, *, refused, width); .show_strength
save_line   SaveLine(); acted; .show_saved(seconds), .show_failed(sentence, action)
toast       Toast(host, text, action="", *, icon); acted, gone; .appear()
empty_state EmptyState(head, sentence, *, drawing="snow-field", foot); .buttons
sheet_view  SheetView(name); resized; .show_sheet(image, spoken), .clear(), .room
drawing     Drawing(name)   landscape   Landscape(*, at_foot)
step_list   StepPanel(steps); .go(n); StepMark(n, state)

row_table   RowTable(columns, *, name); opened(id); .show_rows([(id, cells)]), .show_source(count,
            row) for long lists, .go(n), .here     row_cell    RowCell(words, line, *, bold, tone,
            line_tone, small, glyph, glyph_tone, chip, icon, icon_tone, spoken)
table       Table(columns, *, name); .show_rows(cells)   Column(title, width)   Cell(words, ...)
tall_table  TallTable(columns, *, name); .show_rows(cells); rows as high as their words
            TallCell(words, line, *, icon, tone, rich)
figures     Figures(); .show_figures([(number, words)])
panel       Panel(host, title, line, *, width, beside) a small form over a page; left, hide_asked;
            .open_now(first), .leave(), .fit(), .add_deeds(*buttons, quiet), .body, .aside
dialog      Dialog(host, title, text, *, act, keep, line, icon, kind, rich); agreed, kept,
            hide_asked; .open_now(), .close_at_once(), .set_ready(bool), .body
date_field  DateField(label, day, *, optional, not_before, not_after, name); .day, .set_day
timeline    Timeline(*, narrow); .show_events([Event(title, line, when, icon, state)])
contents    Contents(name); went(str); .add(place, ContentsRow(words, number, *, icon, inner)),
            .add_rule, .go, .clear     band        Band(ground, line); .set_ground(meaning)
client_sheet  ClientSheet() beside the interview, ClientBoard() for the whole screen;
            .show_words(Shown(question, answers, quiet, stop, above, numbered, mirrored,
            pictures)), .choose(places)
two_columns TwoColumns(*, aside, least, gap, leading); .first, .second
disclosure  Disclosure(words); .head, .body, toggled
share_bar   ShareBar([Share(words, count, colour)])
tab_order   follow_layout(page): Tab goes as the layouts stand
scroll      Scroll(name, *, least); .body, .clear(), .set_least(pixels)   empty(layout)
slider      Slider(places, labels, *, every, name); chosen(int); .place, .show_place(place or None)
pad         Pad(name, *, signing); drawn; .picture() PNG bytes, .lay_under(image), .clear()
photo       Photo(image, name, *, highest); .show_image, .show_higher   encoded(image, "png")
six_words   SixWords(words); .show_words
notices     Notices(); .say(title, text, tone), .refuse(AppError), .clear()
"""
