// Names of the roles a person of the house may hold.
import { catalogue, language } from "./language";

export const ROLES = [
  "sales_assistant", "sales_representative", "sales_supervisor", "sales_director", "finance", "pmc", "production", "production_manager",
  "production_director", "quality", "prepress", "dispatch", "personnel", "deputy_general_manager", "general_manager", "administrator",
] as const;
export type Role = (typeof ROLES)[number];

export const roleWords = catalogue<Record<Role, string>>({
  "zh-CN": {
    sales_assistant: "业务助理",
    sales_representative: "业务员",
    sales_supervisor: "销售主管",
    sales_director: "业务总监",
    finance: "财务",
    pmc: "PMC",
    production: "生产",
    production_manager: "生产经理",
    production_director: "生产总监",
    quality: "品质",
    prepress: "印前/工艺",
    dispatch: "储运",
    personnel: "人事",
    deputy_general_manager: "副总经理",
    general_manager: "总经理",
    administrator: "管理员",
  },
  en: {
    sales_assistant: "Sales assistant",
    sales_representative: "Sales representative",
    sales_supervisor: "Sales supervisor",
    sales_director: "Sales director",
    finance: "Finance",
    pmc: "PMC",
    production: "Production",
    production_manager: "Production manager",
    production_director: "Production director",
    quality: "Quality",
    prepress: "Prepress",
    dispatch: "Dispatch",
    personnel: "Personnel",
    deputy_general_manager: "Deputy general manager",
    general_manager: "General manager",
    administrator: "Administrator",
  },
});

/** One role's name; an unknown one stands as it is. */
export const roleName = (role: string): string => roleWords()[role as Role] ?? role;
export const roleNames = (roles: readonly string[]): string => roles.map(roleName).join(language() === "en" ? ", " : "、");
