"""Row numbers by noun, so that one cannot be taken for another."""

from typing import NewType

ModelId = NewType("ModelId", int)
TypeId = NewType("TypeId", int)
ExtraId = NewType("ExtraId", int)
FieldId = NewType("FieldId", int)
OrganisationId = NewType("OrganisationId", int)
AreaId = NewType("AreaId", int)
TagId = NewType("TagId", int)
StatusId = NewType("StatusId", int)
GradeId = NewType("GradeId", int)
SiteId = NewType("SiteId", int)
ReviewId = NewType("ReviewId", int)
StatusChangeId = NewType("StatusChangeId", int)
ActionId = NewType("ActionId", int)
PersonId = NewType("PersonId", int)
TeamId = NewType("TeamId", int)
RoleId = NewType("RoleId", int)
MembershipId = NewType("MembershipId", int)
HouseholdId = NewType("HouseholdId", int)
CameraId = NewType("CameraId", int)
CourseId = NewType("CourseId", int)
