// Who may, passwords, PINs, people, the house (core: accounts, house).
import { type ErrorTable, says } from "./entry";

const zh = {
  wrong_password: says("姓名或密码不对", "检查大小写和输入法后重试；忘记密码的，请管理员在“人员”里重设。"),
  wrong_pin: says("PIN 不对", "请签核人本人重新输入；忘记的，请管理员在“人员”里重设，或改用代录。"),
  not_signed_in: says("还没有登录", "登录后再做；已输入的内容在草稿里。"),
  needs_role: says("这一步要有相应职务的人来做", "需要：{roles}。请有这个职务的人签核，或由业务助理代录。"),
  own_request: says("自己提出或开立的，不能自己批", "请换一位有权限的人签核。"),
  person_has_no_name: says("请填写姓名"),
  name_taken: says("已有叫“{name}”的人", "加上部门或区别字再试。"),
  person_has_no_role: says("请至少选一项职务"),
  short_password: says("密码至少 {least} 个字符"),
  bad_pin: says("PIN 是 4 至 8 位数字"),
  administrator_needs_secrets: says("管理员要有密码和 PIN"),
  last_administrator: says("这是最后一位管理员", "先让另一位成为管理员，再改这一位。"),
  person_has_no_pin: says("这位还没有签核 PIN", "请管理员在“人员”里设一个，或改用代录。"),
  recorded_without_name: says("请写明是谁签的"),
  recorded_in_future: says("签核时间还没到，或看不懂", "写成 09:30、11-24 09:30 或 2026-11-24 09:30。"),
  customer_has_no_pin: says("客户没有 PIN", "客户的确认用代录：写明谁、何时、用什么方式。"),
  house_has_no_name: says("请填写厂名"),
  bad_desk_letter: says("台号是一个英文字母", "例如 A；另一台电脑用 B。"),
  already_started: says("这个库已经启用过", "直接登录即可。"),
  not_started: says("还没有启用", "请先完成“启用印单”。"),
};

const en: ErrorTable<keyof typeof zh> = {
  wrong_password: says("Wrong name or password", "Check capitals and input method; if forgotten, an administrator sets a new one under People."),
  wrong_pin: says("Wrong PIN", "Let the person type it again; if forgotten, an administrator sets a new one, or the approval is recorded."),
  not_signed_in: says("Nobody is signed in", "Sign in and do it again; what was typed is kept as a draft."),
  needs_role: says("This needs somebody with the right role", "Needed: {roles}. Let such a person approve, or record the approval."),
  own_request: says("Nobody approves their own request", "Let another person approve."),
  person_has_no_name: says("Fill in the name"),
  name_taken: says("Somebody is called “{name}” already", "Add a department or another word."),
  person_has_no_role: says("Choose at least one role"),
  short_password: says("A password has at least {least} characters"),
  bad_pin: says("A PIN is 4 to 8 digits"),
  administrator_needs_secrets: says("The administrator needs a password and a PIN"),
  last_administrator: says("This is the last administrator", "Make somebody else an administrator first."),
  person_has_no_pin: says("This person has no PIN yet", "An administrator sets one under People, or the approval is recorded."),
  recorded_without_name: says("Say who approved"),
  recorded_in_future: says("That time has not come, or cannot be read", "Write 09:30, 11-24 09:30 or 2026-11-24 09:30."),
  customer_has_no_pin: says("A customer has no PIN", "Record the customer’s word: who, when, by what."),
  house_has_no_name: says("Fill in the name of the house"),
  bad_desk_letter: says("The desk letter is one Latin letter", "A, for example; the other desk takes B."),
  already_started: says("This desk has been set up already", "Just sign in."),
  not_started: says("This desk is not set up yet", "Finish setting it up first."),
};

export const access = { "zh-CN": zh, en };
