update articles set load_id = ? where load_id is null;
update attributions set load_id = ? where load_id is null;
