// Written by `cargo xtask gen` from the one list of commands. Do not edit.
import type * as t from "./types";

export interface Commands {
  desk_state: { args: Record<string, never>; answer: t.DeskState };
  first_start: { args: { request: t.FirstStartRequest }; answer: t.Done<t.DeskState> };
  open_practice: { args: Record<string, never>; answer: t.Done<t.DeskState> };
  leave_practice: { args: Record<string, never>; answer: t.Done<t.DeskState> };
  sign_in: { args: { name: string; password: string }; answer: t.Done<t.DeskState> };
  sign_out: { args: Record<string, never>; answer: t.Done<t.DeskState> };
  window_painted: { args: Record<string, never>; answer: null };
  sign_in_names: { args: Record<string, never>; answer: Array<string> };
  people_list: { args: Record<string, never>; answer: Array<t.PersonView> };
  add_person: { args: { request: t.NewPersonRequest }; answer: t.Done<t.PersonView> };
  change_person: { args: { request: t.ChangePersonRequest }; answer: t.Done<t.PersonView> };
}
