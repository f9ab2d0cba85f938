"""Who is honoured, and for work in which model: fields that a commendation and an advanced example have alike."""

from .fields import MAIN, Field
from .options import RECIPIENTS
from .words import N_

RECIPIENT = Field(
    name="recipient",
    label=N_("Collective or individual"),
    heading=N_("Recipient"),
    width=10,
    options=RECIPIENTS,
    page=MAIN,
    keys=("đối-tượng",),
)
PERSON_CODE = Field(name="person_code", label=N_("Code of the person"), width=10)
POST = Field(name="post", label=N_("Post, unit"), width=28, page=MAIN, keys=("chức-vụ", "đơn-vị"))
MODEL = Field(name="model", label=N_("Model concerned"), heading=N_("Model"), width=30, page=MAIN, keys=("mô-hình",))
MODEL_CODE = Field(name="model_code", label=N_("Code of the model"), width=12)
