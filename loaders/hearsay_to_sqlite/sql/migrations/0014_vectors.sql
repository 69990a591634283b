-- A vector stands for the words that a claim had when it was made.
create trigger _vector_of_changed_claim after update of id, proposition on claims
when old.id <> new.id or old.proposition <> new.proposition begin
    delete from vectors where subject = old.id;
end;

create trigger _vector_of_deleted_claim after delete on claims begin
    delete from vectors where subject = old.id;
end;
