// What the machine could not do: disk, database, papers (core: storage, documents).
import { type ErrorTable, says } from "./entry";

const zh = {
  bridge: says("程序内部没有应答", "请关闭后重新打开印单；已输入的内容都在草稿里。"),
  changed_meanwhile: says("这张单在别处已被改动", "已输入的内容还在。请看过新的内容再保存。"),
  disk_full: says("磁盘满了", "腾出空间后重试；已输入的内容还在，没有写一半的东西。"),
  database_failed: says("数据库没有写成", "重试；仍不行请重新打开印单。没有写一半的东西。"),
  newer_database: says("这个库是更新版本的印单建的", "请安装新版本；库没有被改动。"),
  migration_failed: says("库升级没有成功", "升级前的副本还在；请联系管理员：{why}"),
  unsafe_database: says("数据库设置不安全，没有打开", "{why}"),
  already_open: says("印单已经打开", "请用已打开的窗口。"),
  folder_read_only: says("不能写入 {path}", "给这个文件夹写入权限，或在首次启用时换一个。"),
  file_missing: says("找不到 {path}", "看看文件或服务器文件夹是否还在。"),
  file_failed: says("读写 {path} 没有成功", "关掉占用它的程序再试。（{why}）"),
  unknown_value: says("库里有这个版本不认识的内容", "请安装新版本。（{what}：{value}）"),
  missing: says("已经不在了", "刷新后再看。（{what}）"),
  secret_failed: says("密码没有核对成", "再试一次。（{why}）"),
  bad_setting_value: says("这个设置值不行"),
  setting_needs_reason: says("改设置要写明原因"),
  document_missing_glyph: says("“{field}”里的“{character}”没有字体可印", "换一个字，或在系统里装上有这个字的字体再试。"),
  document_font_unreadable: says("读不到字体 {path}", "请重新安装印单。"),
  document_font_unusable: says("字体 {name} 不能用", "请重新安装印单。（{reason}）"),
  document_qr_too_long: says("二维码装不下", "把名称写短一些。"),
  document_frozen_sheet_damaged: says("存档的任务书已损坏", "从备份恢复，或重新开立。（{reason}）"),
  document_not_written: says("PDF 没有写成", "若文件正在别处打开，请关掉再试。（{reason}）"),
};

const en: ErrorTable<keyof typeof zh> = {
  bridge: says("The program does not answer", "Close Docket and open it again; what was typed is kept as a draft."),
  changed_meanwhile: says("This was changed elsewhere meanwhile", "What you typed is still here. Look at the newer state, then save."),
  disk_full: says("The disk is full", "Make room and try again; what you typed is here, nothing is half-written."),
  database_failed: says("The database did not take it", "Try again; if it stays so, open Docket again. Nothing is half-written."),
  newer_database: says("This database was made by a newer Docket", "Install the newer version; nothing was touched."),
  migration_failed: says("The database could not be brought up to date", "The copy from before is kept; tell an administrator: {why}"),
  unsafe_database: says("The database is not safe to use and was not opened", "{why}"),
  already_open: says("Docket is open already", "Use the window that is open."),
  folder_read_only: says("Cannot write to {path}", "Allow writing there, or choose another folder at first start."),
  file_missing: says("{path} is not there", "See whether the file or the server folder still exists."),
  file_failed: says("{path} could not be used", "Close what uses it and try again. ({why})"),
  unknown_value: says("The database holds something this version does not know", "Install the newer version. ({what}: {value})"),
  missing: says("It is not there any more", "Open the list again. ({what})"),
  secret_failed: says("The password could not be checked", "Try again. ({why})"),
  bad_setting_value: says("That value will not do"),
  setting_needs_reason: says("A changed setting needs a reason"),
  document_missing_glyph: says("No font has “{character}” in “{field}”", "Use another character, or install a font that has it and try again."),
  document_font_unreadable: says("The font {path} cannot be read", "Install Docket again."),
  document_font_unusable: says("The font {name} cannot be used", "Install Docket again. ({reason})"),
  document_qr_too_long: says("The QR code cannot hold it", "Shorten the names."),
  document_frozen_sheet_damaged: says("The stored task sheet is damaged", "Restore it from a backup, or issue anew. ({reason})"),
  document_not_written: says("The PDF was not written", "If it is open elsewhere, close it and try again. ({reason})"),
};

export const machine = { "zh-CN": zh, en };
