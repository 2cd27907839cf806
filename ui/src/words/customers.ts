// Words of the customers.
import { catalogue } from "./language";

export const customerWords = catalogue({
  "zh-CN": {
    title: "客户",
    count: (count: number) => `${count.toLocaleString("en")} 家`,
    search: "查找客户",
    searchHint: "名称、简称、联系人",
    add: "添加客户",
    change: "修改客户",
    save: "保存",
    saved: "已保存",
    fields: { name: "客户名称", shortName: "简称", contact: "联系人", phone: "电话", address: "地址", remark: "备注" },
    nameHint: "与合同、印件上一致的全称",
    shortNameHint: "列表和标签上用",
    emptyTitle: "还没有客户",
    emptyText: "先添加一家，或在新建订单时直接填。",
    nothingFound: "没有找到",
    nothingFoundText: "换个名称、简称或联系人再试。",
  },
  en: {
    title: "Customers",
    count: (count) => count.toLocaleString("en"),
    search: "Find a customer",
    searchHint: "Name, short name, contact",
    add: "Add a customer",
    change: "Change a customer",
    save: "Save",
    saved: "Saved",
    fields: { name: "Customer", shortName: "Short name", contact: "Contact", phone: "Phone", address: "Address", remark: "Remark" },
    nameHint: "The full name, as on contracts and prints",
    shortNameHint: "For lists and labels",
    emptyTitle: "No customers yet",
    emptyText: "Add the first one, or enter it with a new order.",
    nothingFound: "Nothing found",
    nothingFoundText: "Try another name, short name or contact.",
  },
});
