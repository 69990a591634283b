update attributions
set act = :act, polarity = coalesce(:polarity, polarity), act_basis = :basis
where id = :id
    and (act is not :act or polarity is not coalesce(:polarity, polarity) or act_basis is not :basis)
