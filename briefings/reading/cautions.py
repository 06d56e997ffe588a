"""What a member of staff should look at: codes of coop-note/1 with a sentence in Russian."""

SENTENCES = {
    "partner_not_stated": "Заголовок не называет партнёра: он определён по тексту, проверьте.",
    "sub_partner": "Связь или событие относится к городу внутри партнёра: {words}.",
    "other_partner": "Похоже, событие относится к другому партнёру: {words}.",
    "area_code_inferred": "Код города добавлен к номеру: {words}.",
    "year_inferred": "Год взят из заголовка, соседнего события или даты справки: {words}.",
    "two_digit_year": "Год записан двумя цифрами, век определён по правилу: {words}.",
    "impossible_date": "Такого дня нет в календаре, оставлены месяц и год: {words}.",
    "no_date": "Даты нет или неизвестен год: {words}.",
    "possible_duplicate": "Похоже на повтор события {number}: {words}.",
    "planned_or_cancelled": "Событие не состоялось или ещё впереди: {words}.",
    "no_contact_name": "У контакта нет имени.",
    "vacant_contact": "Должность вакантна.",
    "mobile_phone": "Мобильный номер по умолчанию не публикуется: {words}.",
    "name_in_oblique_case": "Имя стояло не в именительном падеже: {words}.",
    "abbreviation": "Сокращение оставлено как в справке: {words}.",
    "ocr_suspect": "Похоже на ошибки распознавания: {words}.",
    "dated_reference_skipped": "Дата документа, срока, статистики или названия события не даёт: "
    "{words}.",
}
LONGEST = 80


def sentence(code, words="", **values):
    """The sentence of a code, with the words of the note in question."""
    short = words if len(words) <= LONGEST else words[: LONGEST - 1].rstrip() + "…"
    return SENTENCES[code].format(words=f"«{short}»", **values)
