"""The sectors that every register has. Staff may rename them and add others."""

from django.apps import apps

# code: Russian, English, Dutch; in the order of the lists
BUILT_IN = {
    "transport": ("транспорт", "transport", "transport"),
    "innovation": ("инновации и ИТ", "innovation and IT", "innovatie en IT"),
    "urban": ("городская среда", "urban environment", "stedelijke omgeving"),
    "utilities": ("ЖКХ и энергетика", "utilities and energy", "nutsvoorzieningen en energie"),
    "industry": ("промышленность", "industry", "industrie"),
    "economy": ("экономика", "economy", "economie"),
    "agrifood": ("сельское хозяйство", "agriculture and food", "landbouw en voeding"),
    "science": ("наука", "science", "wetenschap"),
    "education": ("образование", "education", "onderwijs"),
    "health": ("здравоохранение", "health", "gezondheidszorg"),
    "biotech": ("биотехнологии", "biotechnology", "biotechnologie"),
    "environment": ("экология", "environment", "milieu"),
    "culture": ("культура", "culture", "cultuur"),
    "tourism": ("туризм", "tourism", "toerisme"),
    "sport": ("спорт", "sport", "sport"),
    "youth": ("молодёжь", "youth", "jeugd"),
    "social": ("социальная сфера", "social affairs", "sociale zaken"),
    "safety": ("безопасность", "safety", "veiligheid"),
    "official": ("официальные связи", "official ties", "officiële betrekkingen"),
}


def make_sectors(using="default", **kwargs):
    """Create the built-in sectors that are missing; receiver of post_migrate.

    After a migration, a flush or a restored dump they are all there; what staff changed stays.
    """
    model = apps.get_model("cooperation", "Sector")
    there = set(model.objects.using(using).values_list("code", flat=True))
    for order, (code, (ru, en, nl)) in enumerate(BUILT_IN.items(), start=1):
        if code not in there:
            names = {"name": ru, "name_ru": ru, "name_en": en, "name_nl": nl}
            model.objects.using(using).create(code=code, order=order * 10, **names)
