-- 项目登记 (F5-1.1b): the project or tender an order belongs to, where it was heard of, a remark; one text.
ALTER TABLE orders ADD COLUMN project TEXT COLLATE "C";
