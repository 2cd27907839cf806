-- 部门 of a person (F1-02); empty until somebody says.
ALTER TABLE accounts ADD COLUMN department TEXT COLLATE "C" NOT NULL DEFAULT '';
