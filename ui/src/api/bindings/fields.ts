// Written by `cargo xtask gen` from the one list of commands. Do not edit.
import type { ChoiceView, FieldView, KindView } from "./types";

export type Field = FieldView;
export const FIELDS: Field[] = [
  {
    "key": "customer_id",
    "level": "order",
    "kind": "customer",
    "label": "客户",
    "english": "customer",
    "unit": "",
    "starred": true,
    "readBack": true,
    "group": "customer",
    "choices": [],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "contact",
    "level": "order",
    "kind": "text",
    "label": "联系人",
    "english": "contact",
    "unit": "",
    "starred": false,
    "readBack": true,
    "group": "customer",
    "choices": [],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "phone",
    "level": "order",
    "kind": "text",
    "label": "电话",
    "english": "phone",
    "unit": "",
    "starred": false,
    "readBack": true,
    "group": "customer",
    "choices": [],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "customer_po",
    "level": "order",
    "kind": "text",
    "label": "客户单号",
    "english": "customer purchase order no.",
    "unit": "",
    "starred": false,
    "readBack": true,
    "group": "customer",
    "choices": [],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "channel",
    "level": "order",
    "kind": "choice",
    "label": "来源渠道",
    "english": "channel",
    "unit": "",
    "starred": false,
    "readBack": false,
    "group": "customer",
    "choices": [
      {
        "code": "phone",
        "label": "电话",
        "english": "telephone"
      },
      {
        "code": "in_person",
        "label": "当面",
        "english": "in person"
      },
      {
        "code": "wechat",
        "label": "微信",
        "english": "WeChat"
      },
      {
        "code": "email",
        "label": "邮件",
        "english": "e-mail"
      },
      {
        "code": "fax",
        "label": "传真",
        "english": "fax"
      },
      {
        "code": "purchase_order",
        "label": "书面PO",
        "english": "purchase order"
      },
      {
        "code": "contract",
        "label": "合同",
        "english": "contract"
      },
      {
        "code": "other",
        "label": "其他",
        "english": "other"
      }
    ],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "channel_note",
    "level": "order",
    "kind": "text",
    "label": "来源说明",
    "english": "what channel it was",
    "unit": "",
    "starred": false,
    "readBack": false,
    "group": "customer",
    "choices": [],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "kind",
    "level": "order",
    "kind": "choice",
    "label": "单别",
    "english": "order kind",
    "unit": "",
    "starred": true,
    "readBack": false,
    "group": "customer",
    "choices": [
      {
        "code": "od",
        "label": "OD 客户订单",
        "english": "customer order (OD)"
      },
      {
        "code": "os",
        "label": "OS 样品订购单",
        "english": "sample order (OS)"
      },
      {
        "code": "op",
        "label": "OP 预售",
        "english": "presale (OP)"
      },
      {
        "code": "of",
        "label": "OF 库存生产申请",
        "english": "production for stock (OF)"
      }
    ],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "sheet_type",
    "level": "order",
    "kind": "choice",
    "label": "任务书类型",
    "english": "task sheet type",
    "unit": "",
    "starred": true,
    "readBack": false,
    "group": "customer",
    "choices": [
      {
        "code": "normal",
        "label": "正常",
        "english": "normal"
      },
      {
        "code": "free_proof",
        "label": "打样(免费)",
        "english": "proof, free"
      },
      {
        "code": "paid_proof",
        "label": "打样(收费)",
        "english": "proof, charged"
      },
      {
        "code": "supplement",
        "label": "补单",
        "english": "supplement"
      },
      {
        "code": "reprint",
        "label": "翻单",
        "english": "reprint"
      },
      {
        "code": "rework",
        "label": "返工",
        "english": "rework"
      }
    ],
    "withdrawn": [
      "free_proof"
    ],
    "presets": [],
    "initial": ""
  },
  {
    "key": "sales_rep_id",
    "level": "order",
    "kind": "person",
    "label": "业务员",
    "english": "sales representative",
    "unit": "",
    "starred": true,
    "readBack": false,
    "group": "customer",
    "choices": [],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "assistant_id",
    "level": "order",
    "kind": "person",
    "label": "业务助理",
    "english": "sales assistant",
    "unit": "",
    "starred": true,
    "readBack": false,
    "group": "customer",
    "choices": [],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "deal_type",
    "level": "order",
    "kind": "choice",
    "label": "洽谈方式",
    "english": "deal type",
    "unit": "",
    "starred": false,
    "readBack": false,
    "group": "customer",
    "choices": [
      {
        "code": "direct",
        "label": "直接洽谈",
        "english": "direct"
      },
      {
        "code": "indirect",
        "label": "间接洽谈(本单位代理)",
        "english": "through an agent of the house"
      }
    ],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "long_term",
    "level": "order",
    "kind": "check",
    "label": "长期订单",
    "english": "long-term order",
    "unit": "",
    "starred": false,
    "readBack": false,
    "group": "customer",
    "choices": [],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "project",
    "level": "order",
    "kind": "text",
    "label": "项目登记",
    "english": "project",
    "unit": "",
    "starred": false,
    "readBack": false,
    "group": "customer",
    "choices": [],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "estimator_id",
    "level": "order",
    "kind": "person",
    "label": "预估人",
    "english": "estimated by",
    "unit": "",
    "starred": true,
    "readBack": false,
    "group": "customer",
    "choices": [],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "estimate_basis",
    "level": "order",
    "kind": "multiline",
    "label": "预估依据",
    "english": "basis of the estimate",
    "unit": "",
    "starred": true,
    "readBack": false,
    "group": "customer",
    "choices": [],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "received_on",
    "level": "order",
    "kind": "date",
    "label": "接单日期",
    "english": "received on",
    "unit": "",
    "starred": false,
    "readBack": false,
    "group": "dates",
    "choices": [],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "received_time",
    "level": "order",
    "kind": "time",
    "label": "接单时间",
    "english": "received at",
    "unit": "",
    "starred": false,
    "readBack": false,
    "group": "dates",
    "choices": [],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "order_date",
    "level": "order",
    "kind": "date",
    "label": "下单日期",
    "english": "order date",
    "unit": "",
    "starred": true,
    "readBack": false,
    "group": "dates",
    "choices": [],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "sample_due",
    "level": "order",
    "kind": "date",
    "label": "出样日期",
    "english": "sample due date",
    "unit": "",
    "starred": false,
    "readBack": false,
    "group": "dates",
    "choices": [],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "requested_date",
    "level": "order",
    "kind": "date",
    "label": "要求交期",
    "english": "requested delivery date",
    "unit": "",
    "starred": true,
    "readBack": true,
    "group": "dates",
    "choices": [],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "confirmed_date",
    "level": "order",
    "kind": "date",
    "label": "确认交期",
    "english": "confirmed delivery date",
    "unit": "",
    "starred": true,
    "readBack": false,
    "group": "dates",
    "choices": [],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "rush",
    "level": "order",
    "kind": "check",
    "label": "急单",
    "english": "rush job",
    "unit": "",
    "starred": false,
    "readBack": false,
    "group": "dates",
    "choices": [],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "unit_price",
    "level": "order",
    "kind": "unitPrice",
    "label": "单价(含税)",
    "english": "unit price, VAT included",
    "unit": "元",
    "starred": true,
    "readBack": true,
    "group": "price",
    "choices": [],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "free",
    "level": "order",
    "kind": "check",
    "label": "免费",
    "english": "free of charge",
    "unit": "",
    "starred": false,
    "readBack": true,
    "group": "price",
    "choices": [],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "tax_rate",
    "level": "order",
    "kind": "percent",
    "label": "税率",
    "english": "VAT rate",
    "unit": "",
    "starred": false,
    "readBack": true,
    "group": "price",
    "choices": [],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "invoice_type",
    "level": "order",
    "kind": "choice",
    "label": "发票类型",
    "english": "invoice type",
    "unit": "",
    "starred": false,
    "readBack": true,
    "group": "price",
    "choices": [
      {
        "code": "none",
        "label": "不开票",
        "english": "no invoice"
      },
      {
        "code": "ordinary",
        "label": "普票",
        "english": "ordinary invoice"
      },
      {
        "code": "vat_special",
        "label": "增值税专用发票",
        "english": "special VAT invoice"
      }
    ],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "quality_standard",
    "level": "order",
    "kind": "choice",
    "label": "质量要求",
    "english": "quality standard",
    "unit": "",
    "starred": true,
    "readBack": true,
    "group": "quality",
    "choices": [
      {
        "code": "company",
        "label": "公司标准",
        "english": "company standard"
      },
      {
        "code": "special",
        "label": "客户特殊要求",
        "english": "customer's special requirements"
      }
    ],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "quality_special",
    "level": "order",
    "kind": "multiline",
    "label": "特殊质量要求",
    "english": "special quality requirements",
    "unit": "",
    "starred": true,
    "readBack": true,
    "group": "quality",
    "choices": [],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "remark",
    "level": "order",
    "kind": "multiline",
    "label": "备注",
    "english": "remark",
    "unit": "",
    "starred": false,
    "readBack": true,
    "group": "quality",
    "choices": [],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "name",
    "level": "product",
    "kind": "text",
    "label": "产品名称",
    "english": "product name",
    "unit": "",
    "starred": true,
    "readBack": true,
    "group": "product",
    "choices": [],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "type",
    "level": "product",
    "kind": "preset",
    "label": "产品类型",
    "english": "product type",
    "unit": "",
    "starred": true,
    "readBack": true,
    "group": "product",
    "choices": [],
    "withdrawn": [],
    "presets": [
      "画册",
      "书刊",
      "折页",
      "单张",
      "海报",
      "名片",
      "信封",
      "信纸",
      "笔记本",
      "台历",
      "挂历",
      "彩盒",
      "手提袋",
      "不干胶标签",
      "吊牌",
      "联单",
      "说明书"
    ],
    "initial": ""
  },
  {
    "key": "size",
    "level": "product",
    "kind": "size",
    "label": "成品尺寸",
    "english": "trim size",
    "unit": "mm",
    "starred": true,
    "readBack": true,
    "group": "product",
    "choices": [],
    "withdrawn": [],
    "presets": [
      "210 × 285",
      "185 × 260",
      "140 × 210",
      "130 × 184",
      "285 × 420",
      "260 × 370",
      "280 × 280"
    ],
    "initial": ""
  },
  {
    "key": "depth",
    "level": "product",
    "kind": "millimetres",
    "label": "厚/侧宽",
    "english": "depth",
    "unit": "mm",
    "starred": false,
    "readBack": true,
    "group": "product",
    "choices": [],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "book_format",
    "level": "product",
    "kind": "preset",
    "label": "开本",
    "english": "format",
    "unit": "",
    "starred": false,
    "readBack": true,
    "group": "product",
    "choices": [],
    "withdrawn": [],
    "presets": [
      "大16开",
      "正16开",
      "大32开",
      "正32开",
      "大8开",
      "正8开",
      "大12开"
    ],
    "initial": ""
  },
  {
    "key": "flat_size",
    "level": "product",
    "kind": "size",
    "label": "展开尺寸",
    "english": "flat size",
    "unit": "mm",
    "starred": false,
    "readBack": true,
    "group": "product",
    "choices": [],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "quantity",
    "level": "product",
    "kind": "quantity",
    "label": "订单数量",
    "english": "ordered quantity",
    "unit": "",
    "starred": true,
    "readBack": true,
    "group": "product",
    "choices": [],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "unit",
    "level": "product",
    "kind": "preset",
    "label": "单位",
    "english": "unit",
    "unit": "",
    "starred": false,
    "readBack": true,
    "group": "product",
    "choices": [],
    "withdrawn": [],
    "presets": [
      "本",
      "册",
      "张",
      "个",
      "套"
    ],
    "initial": ""
  },
  {
    "key": "spares",
    "level": "product",
    "kind": "quantity",
    "label": "备品数量",
    "english": "spare copies",
    "unit": "",
    "starred": false,
    "readBack": true,
    "group": "product",
    "choices": [],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "file_copies",
    "level": "product",
    "kind": "quantity",
    "label": "样书数量",
    "english": "file copies",
    "unit": "",
    "starred": false,
    "readBack": false,
    "group": "product",
    "choices": [],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "tolerance",
    "level": "product",
    "kind": "percent",
    "label": "允许超欠",
    "english": "over/under tolerance",
    "unit": "",
    "starred": false,
    "readBack": true,
    "group": "product",
    "choices": [],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "part_no",
    "level": "product",
    "kind": "text",
    "label": "客户料号",
    "english": "customer part no.",
    "unit": "",
    "starred": false,
    "readBack": true,
    "group": "product",
    "choices": [],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "colour_reference",
    "level": "product",
    "kind": "preset",
    "label": "色样依据",
    "english": "colour reference",
    "unit": "",
    "starred": false,
    "readBack": true,
    "group": "product",
    "choices": [],
    "withdrawn": [],
    "presets": [
      "客户色样",
      "数码样",
      "留样",
      "标准色"
    ],
    "initial": ""
  },
  {
    "key": "binding",
    "level": "product",
    "kind": "preset",
    "label": "装订",
    "english": "binding",
    "unit": "",
    "starred": false,
    "readBack": true,
    "group": "binding",
    "choices": [],
    "withdrawn": [],
    "presets": [
      "骑马订",
      "无线胶装",
      "锁线胶装",
      "精装(方脊)",
      "精装(圆脊)",
      "平订",
      "YO圈",
      "双线圈",
      "胶圈",
      "活页",
      "线装",
      "蝴蝶对裱装",
      "胶头",
      "裸脊锁线",
      "散页"
    ],
    "initial": ""
  },
  {
    "key": "binding_detail",
    "level": "product",
    "kind": "text",
    "label": "装订要求",
    "english": "binding particulars",
    "unit": "",
    "starred": false,
    "readBack": true,
    "group": "binding",
    "choices": [],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "spine_side",
    "level": "product",
    "kind": "preset",
    "label": "订口",
    "english": "spine side",
    "unit": "",
    "starred": false,
    "readBack": true,
    "group": "binding",
    "choices": [],
    "withdrawn": [],
    "presets": [
      "左订口",
      "右订口",
      "上订口"
    ],
    "initial": ""
  },
  {
    "key": "spine",
    "level": "product",
    "kind": "millimetres",
    "label": "书脊厚度",
    "english": "spine width",
    "unit": "mm",
    "starred": false,
    "readBack": false,
    "group": "binding",
    "choices": [],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "flap",
    "level": "product",
    "kind": "millimetres",
    "label": "勒口",
    "english": "flap width",
    "unit": "mm",
    "starred": false,
    "readBack": true,
    "group": "binding",
    "choices": [],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "ribbon",
    "level": "product",
    "kind": "preset",
    "label": "书签带",
    "english": "ribbon",
    "unit": "",
    "starred": false,
    "readBack": true,
    "group": "binding",
    "choices": [],
    "withdrawn": [],
    "presets": [
      "红",
      "金黄",
      "深蓝",
      "白",
      "黑"
    ],
    "initial": ""
  },
  {
    "key": "headband",
    "level": "product",
    "kind": "preset",
    "label": "堵头布",
    "english": "headband",
    "unit": "",
    "starred": false,
    "readBack": true,
    "group": "binding",
    "choices": [],
    "withdrawn": [],
    "presets": [
      "白",
      "红白",
      "黑白",
      "金黄"
    ],
    "initial": ""
  },
  {
    "key": "ring_colour",
    "level": "product",
    "kind": "preset",
    "label": "圈色",
    "english": "ring colour",
    "unit": "",
    "starred": false,
    "readBack": true,
    "group": "binding",
    "choices": [],
    "withdrawn": [],
    "presets": [
      "白",
      "黑",
      "银",
      "金"
    ],
    "initial": ""
  },
  {
    "key": "ring_diameter",
    "level": "product",
    "kind": "millimetres",
    "label": "圈径",
    "english": "ring diameter",
    "unit": "mm",
    "starred": false,
    "readBack": true,
    "group": "binding",
    "choices": [],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "reading_direction",
    "level": "product",
    "kind": "choice",
    "label": "翻向",
    "english": "reading direction",
    "unit": "",
    "starred": false,
    "readBack": true,
    "group": "binding",
    "choices": [
      {
        "code": "left",
        "label": "左翻(横排)",
        "english": "opens left, horizontal text"
      },
      {
        "code": "right",
        "label": "右翻(竖排)",
        "english": "opens right, vertical text"
      }
    ],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "packing",
    "level": "product",
    "kind": "preset",
    "label": "包装方式",
    "english": "packing",
    "unit": "",
    "starred": false,
    "readBack": true,
    "group": "packing",
    "choices": [],
    "withdrawn": [],
    "presets": [
      "牛皮纸包",
      "收缩膜",
      "纸箱",
      "收缩膜单本 + 纸箱",
      "卡板"
    ],
    "initial": ""
  },
  {
    "key": "per_pack",
    "level": "product",
    "kind": "integer",
    "label": "每包数",
    "english": "per pack",
    "unit": "",
    "starred": false,
    "readBack": true,
    "group": "packing",
    "choices": [],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "per_carton",
    "level": "product",
    "kind": "integer",
    "label": "每箱数",
    "english": "per carton",
    "unit": "",
    "starred": false,
    "readBack": true,
    "group": "packing",
    "choices": [],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "shipping_mark",
    "level": "product",
    "kind": "text",
    "label": "箱唛",
    "english": "shipping mark",
    "unit": "",
    "starred": false,
    "readBack": true,
    "group": "packing",
    "choices": [],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "name",
    "level": "component",
    "kind": "preset",
    "label": "部件名称",
    "english": "component name",
    "unit": "",
    "starred": true,
    "readBack": true,
    "group": "component",
    "choices": [],
    "withdrawn": [],
    "presets": [
      "封面",
      "封底",
      "内文",
      "扉页",
      "环衬",
      "插页",
      "彩插",
      "护封",
      "腰封",
      "书壳面纸",
      "灰板",
      "书签带",
      "堵头布",
      "盒面",
      "盒底",
      "内托",
      "裱纸",
      "合格证",
      "说明书"
    ],
    "initial": ""
  },
  {
    "key": "pages",
    "level": "component",
    "kind": "integer",
    "label": "P数",
    "english": "pages",
    "unit": "P",
    "starred": true,
    "readBack": true,
    "group": "component",
    "choices": [],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "sides",
    "level": "component",
    "kind": "choice",
    "label": "单双面",
    "english": "sides",
    "unit": "",
    "starred": true,
    "readBack": true,
    "group": "component",
    "choices": [
      {
        "code": "one",
        "label": "单面",
        "english": "one side"
      },
      {
        "code": "both",
        "label": "双面",
        "english": "both sides"
      }
    ],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "per_product",
    "level": "component",
    "kind": "integer",
    "label": "每套数",
    "english": "pieces per product",
    "unit": "",
    "starred": false,
    "readBack": true,
    "group": "component",
    "choices": [],
    "withdrawn": [],
    "presets": [],
    "initial": "1"
  },
  {
    "key": "size",
    "level": "component",
    "kind": "size",
    "label": "部件成品尺寸",
    "english": "component trim size",
    "unit": "mm",
    "starred": false,
    "readBack": true,
    "group": "component",
    "choices": [],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "bleed",
    "level": "component",
    "kind": "millimetres",
    "label": "出血",
    "english": "bleed",
    "unit": "mm",
    "starred": true,
    "readBack": false,
    "group": "component",
    "choices": [],
    "withdrawn": [],
    "presets": [],
    "initial": "3"
  },
  {
    "key": "grade",
    "level": "component",
    "kind": "preset",
    "label": "纸张品名",
    "english": "paper grade",
    "unit": "",
    "starred": true,
    "readBack": true,
    "group": "paper",
    "choices": [],
    "withdrawn": [],
    "presets": [
      "铜版纸",
      "哑粉纸",
      "双胶纸",
      "轻涂纸",
      "轻型纸",
      "白卡",
      "白底白板",
      "灰底白板",
      "灰板",
      "牛皮纸",
      "不干胶",
      "无碳纸",
      "特种纸"
    ],
    "initial": ""
  },
  {
    "key": "grammage",
    "level": "component",
    "kind": "integer",
    "label": "克重",
    "english": "grammage",
    "unit": "g/m²",
    "starred": true,
    "readBack": true,
    "group": "paper",
    "choices": [],
    "withdrawn": [],
    "presets": [
      "60",
      "70",
      "80",
      "100",
      "105",
      "120",
      "128",
      "140",
      "157",
      "200",
      "250",
      "300",
      "350",
      "400"
    ],
    "initial": ""
  },
  {
    "key": "caliper",
    "level": "component",
    "kind": "micrometres",
    "label": "厚度",
    "english": "caliper",
    "unit": "µm",
    "starred": true,
    "readBack": true,
    "group": "paper",
    "choices": [],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "brand",
    "level": "component",
    "kind": "text",
    "label": "品牌",
    "english": "brand",
    "unit": "",
    "starred": false,
    "readBack": true,
    "group": "paper",
    "choices": [],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "parent_size",
    "level": "component",
    "kind": "size",
    "label": "规格",
    "english": "parent sheet size",
    "unit": "mm",
    "starred": true,
    "readBack": false,
    "group": "paper",
    "choices": [],
    "withdrawn": [],
    "presets": [
      "787 × 1092",
      "889 × 1194",
      "850 × 1168",
      "880 × 1230",
      "卷筒 787"
    ],
    "initial": ""
  },
  {
    "key": "cuts",
    "level": "component",
    "kind": "integer",
    "label": "开数",
    "english": "cuts per parent sheet",
    "unit": "",
    "starred": true,
    "readBack": false,
    "group": "paper",
    "choices": [],
    "withdrawn": [],
    "presets": [
      "1",
      "2",
      "3",
      "4",
      "6",
      "8"
    ],
    "initial": ""
  },
  {
    "key": "press_size",
    "level": "component",
    "kind": "size",
    "label": "上机尺寸",
    "english": "press sheet size",
    "unit": "mm",
    "starred": true,
    "readBack": false,
    "group": "paper",
    "choices": [],
    "withdrawn": [],
    "presets": [
      "540 × 740",
      "570 × 840",
      "590 × 880",
      "780 × 1080"
    ],
    "initial": ""
  },
  {
    "key": "grain",
    "level": "component",
    "kind": "choice",
    "label": "丝向",
    "english": "grain direction",
    "unit": "",
    "starred": false,
    "readBack": false,
    "group": "paper",
    "choices": [
      {
        "code": "long",
        "label": "长丝",
        "english": "long grain"
      },
      {
        "code": "short",
        "label": "短丝",
        "english": "short grain"
      }
    ],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "fsc",
    "level": "component",
    "kind": "preset",
    "label": "FSC",
    "english": "FSC claim",
    "unit": "",
    "starred": false,
    "readBack": true,
    "group": "paper",
    "choices": [],
    "withdrawn": [],
    "presets": [
      "无",
      "FSC Mix",
      "FSC 100%",
      "FSC Recycled"
    ],
    "initial": ""
  },
  {
    "key": "supply",
    "level": "component",
    "kind": "choice",
    "label": "来料",
    "english": "stock source",
    "unit": "",
    "starred": false,
    "readBack": true,
    "group": "paper",
    "choices": [
      {
        "code": "house",
        "label": "本厂",
        "english": "house stock"
      },
      {
        "code": "customer",
        "label": "客来纸",
        "english": "supplied by customer"
      }
    ],
    "withdrawn": [],
    "presets": [],
    "initial": "house"
  },
  {
    "key": "colours",
    "level": "component",
    "kind": "colours",
    "label": "印刷颜色",
    "english": "process colours front + back",
    "unit": "",
    "starred": true,
    "readBack": true,
    "group": "colour",
    "choices": [],
    "withdrawn": [],
    "presets": [
      "4+4",
      "4+0",
      "4+1",
      "1+1",
      "1+0",
      "0+0"
    ],
    "initial": ""
  },
  {
    "key": "spots_front",
    "level": "component",
    "kind": "text",
    "label": "专色(正)",
    "english": "spot colours, front",
    "unit": "",
    "starred": false,
    "readBack": true,
    "group": "colour",
    "choices": [],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "spots_back",
    "level": "component",
    "kind": "text",
    "label": "专色(反)",
    "english": "spot colours, back",
    "unit": "",
    "starred": false,
    "readBack": true,
    "group": "colour",
    "choices": [],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "coating",
    "level": "component",
    "kind": "preset",
    "label": "过油",
    "english": "varnish or coating",
    "unit": "",
    "starred": false,
    "readBack": true,
    "group": "colour",
    "choices": [],
    "withdrawn": [],
    "presets": [
      "无",
      "光油",
      "哑油",
      "水油",
      "UV油"
    ],
    "initial": ""
  },
  {
    "key": "coating_sides",
    "level": "component",
    "kind": "choice",
    "label": "过油面",
    "english": "sides of varnish or coating",
    "unit": "",
    "starred": false,
    "readBack": true,
    "group": "colour",
    "choices": [
      {
        "code": "front",
        "label": "正面",
        "english": "front"
      },
      {
        "code": "back",
        "label": "反面",
        "english": "back"
      },
      {
        "code": "both",
        "label": "双面",
        "english": "both"
      }
    ],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "work_style",
    "level": "component",
    "kind": "choice",
    "label": "印刷方式",
    "english": "work style",
    "unit": "",
    "starred": true,
    "readBack": false,
    "group": "press",
    "choices": [
      {
        "code": "single_side",
        "label": "单面印",
        "english": "single side"
      },
      {
        "code": "sheetwise",
        "label": "正反印",
        "english": "sheetwise"
      },
      {
        "code": "work_and_turn",
        "label": "自翻",
        "english": "work-and-turn"
      },
      {
        "code": "work_and_tumble",
        "label": "天地翻",
        "english": "work-and-tumble"
      },
      {
        "code": "perfecting",
        "label": "双面机一次印",
        "english": "perfecting"
      },
      {
        "code": "unprinted",
        "label": "不印刷",
        "english": "unprinted"
      }
    ],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "pages_per_side",
    "level": "component",
    "kind": "integer",
    "label": "单面P数",
    "english": "pages per side",
    "unit": "P",
    "starred": false,
    "readBack": false,
    "group": "press",
    "choices": [],
    "withdrawn": [],
    "presets": [
      "4",
      "8",
      "16"
    ],
    "initial": ""
  },
  {
    "key": "number_up",
    "level": "component",
    "kind": "integer",
    "label": "拼版数",
    "english": "number up",
    "unit": "",
    "starred": false,
    "readBack": false,
    "group": "press",
    "choices": [],
    "withdrawn": [],
    "presets": [
      "1",
      "2",
      "4",
      "8"
    ],
    "initial": ""
  },
  {
    "key": "press",
    "level": "component",
    "kind": "preset",
    "label": "机台",
    "english": "press",
    "unit": "",
    "starred": false,
    "readBack": false,
    "group": "press",
    "choices": [],
    "withdrawn": [],
    "presets": [
      "全开",
      "对开四色",
      "四开",
      "数码"
    ],
    "initial": ""
  },
  {
    "key": "gripper",
    "level": "component",
    "kind": "millimetres",
    "label": "咬口",
    "english": "gripper margin",
    "unit": "mm",
    "starred": false,
    "readBack": false,
    "group": "press",
    "choices": [],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "plate_state",
    "level": "component",
    "kind": "choice",
    "label": "新旧版",
    "english": "plates",
    "unit": "",
    "starred": false,
    "readBack": false,
    "group": "press",
    "choices": [
      {
        "code": "new",
        "label": "新版",
        "english": "new plates"
      },
      {
        "code": "old",
        "label": "旧版",
        "english": "old plates"
      },
      {
        "code": "altered",
        "label": "改版",
        "english": "altered plates"
      }
    ],
    "withdrawn": [],
    "presets": [],
    "initial": "new"
  },
  {
    "key": "form_table",
    "level": "component",
    "kind": "forms",
    "label": "贴表",
    "english": "forms table",
    "unit": "",
    "starred": false,
    "readBack": false,
    "group": "sheets",
    "choices": [],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "good_sheets",
    "level": "component",
    "kind": "quantity",
    "label": "印张正数",
    "english": "good sheets",
    "unit": "张",
    "starred": false,
    "readBack": false,
    "group": "sheets",
    "choices": [],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "spoilage_rate",
    "level": "component",
    "kind": "percent",
    "label": "放损率",
    "english": "spoilage rate",
    "unit": "",
    "starred": false,
    "readBack": false,
    "group": "sheets",
    "choices": [],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "spoilage",
    "level": "component",
    "kind": "quantity",
    "label": "放损数",
    "english": "spoilage sheets",
    "unit": "张",
    "starred": false,
    "readBack": false,
    "group": "sheets",
    "choices": [],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "total_sheets",
    "level": "component",
    "kind": "quantity",
    "label": "总印张",
    "english": "press sheets in all",
    "unit": "张",
    "starred": false,
    "readBack": false,
    "group": "sheets",
    "choices": [],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "plate_sets",
    "level": "component",
    "kind": "quantity",
    "label": "印版付数",
    "english": "plate sets",
    "unit": "付",
    "starred": false,
    "readBack": false,
    "group": "sheets",
    "choices": [],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "plates",
    "level": "component",
    "kind": "quantity",
    "label": "印版张数",
    "english": "plates",
    "unit": "张",
    "starred": false,
    "readBack": false,
    "group": "sheets",
    "choices": [],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "parent_sheets",
    "level": "component",
    "kind": "quantity",
    "label": "用料张数",
    "english": "parent sheets",
    "unit": "张",
    "starred": false,
    "readBack": false,
    "group": "sheets",
    "choices": [],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "reams",
    "level": "component",
    "kind": "reams",
    "label": "令数",
    "english": "reams",
    "unit": "令",
    "starred": false,
    "readBack": false,
    "group": "sheets",
    "choices": [],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "issued",
    "level": "component",
    "kind": "quantity",
    "label": "领料数",
    "english": "sheets issued",
    "unit": "张",
    "starred": false,
    "readBack": false,
    "group": "sheets",
    "choices": [],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "remark",
    "level": "component",
    "kind": "text",
    "label": "部件备注",
    "english": "component remark",
    "unit": "",
    "starred": false,
    "readBack": true,
    "group": "component",
    "choices": [],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "component",
    "level": "finishing",
    "kind": "preset",
    "label": "部件",
    "english": "component",
    "unit": "",
    "starred": false,
    "readBack": true,
    "group": "finishing",
    "choices": [],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "process",
    "level": "finishing",
    "kind": "preset",
    "label": "工艺",
    "english": "process",
    "unit": "",
    "starred": true,
    "readBack": true,
    "group": "finishing",
    "choices": [],
    "withdrawn": [],
    "presets": [
      "覆光膜",
      "覆哑膜",
      "触感膜",
      "防刮膜",
      "局部UV",
      "全面UV",
      "烫金",
      "烫银",
      "烫黑",
      "击凸",
      "压凹",
      "压纹",
      "过油",
      "模切",
      "压线",
      "打虚线",
      "打孔",
      "编号",
      "对折",
      "三折",
      "风琴折",
      "十字折",
      "折页",
      "锁线",
      "裱坑",
      "对裱",
      "裱板",
      "粘盒",
      "粘窗口",
      "粘胶",
      "切成品"
    ],
    "initial": ""
  },
  {
    "key": "face",
    "level": "finishing",
    "kind": "choice",
    "label": "面",
    "english": "face",
    "unit": "",
    "starred": false,
    "readBack": true,
    "group": "finishing",
    "choices": [
      {
        "code": "front",
        "label": "正面",
        "english": "front"
      },
      {
        "code": "back",
        "label": "反面",
        "english": "back"
      },
      {
        "code": "both",
        "label": "双面",
        "english": "both"
      }
    ],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "detail",
    "level": "finishing",
    "kind": "text",
    "label": "规格与位置",
    "english": "particulars and position",
    "unit": "",
    "starred": false,
    "readBack": true,
    "group": "finishing",
    "choices": [],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "tool",
    "level": "finishing",
    "kind": "text",
    "label": "刀版/烫版号",
    "english": "tool no.",
    "unit": "",
    "starred": false,
    "readBack": false,
    "group": "finishing",
    "choices": [],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "made_by",
    "level": "finishing",
    "kind": "choice",
    "label": "加工",
    "english": "made by",
    "unit": "",
    "starred": false,
    "readBack": false,
    "group": "finishing",
    "choices": [
      {
        "code": "house",
        "label": "本厂",
        "english": "in-house"
      },
      {
        "code": "outwork",
        "label": "发外",
        "english": "outwork"
      }
    ],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "tool_state",
    "level": "finishing",
    "kind": "choice",
    "label": "新旧版",
    "english": "tool",
    "unit": "",
    "starred": false,
    "readBack": false,
    "group": "finishing",
    "choices": [
      {
        "code": "new",
        "label": "新版",
        "english": "new tool"
      },
      {
        "code": "old",
        "label": "旧版",
        "english": "old tool"
      },
      {
        "code": "altered",
        "label": "改版",
        "english": "altered tool"
      }
    ],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "area",
    "level": "finishing",
    "kind": "size",
    "label": "面积",
    "english": "area",
    "unit": "mm",
    "starred": false,
    "readBack": true,
    "group": "finishing",
    "choices": [],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "material",
    "level": "finishing",
    "kind": "preset",
    "label": "材料",
    "english": "material",
    "unit": "",
    "starred": false,
    "readBack": true,
    "group": "finishing",
    "choices": [],
    "withdrawn": [],
    "presets": [
      "金箔",
      "银箔",
      "黑箔",
      "镭射箔",
      "亮膜",
      "哑膜",
      "触感膜"
    ],
    "initial": ""
  },
  {
    "key": "depth",
    "level": "finishing",
    "kind": "millimetres",
    "label": "深度",
    "english": "depth",
    "unit": "mm",
    "starred": false,
    "readBack": true,
    "group": "finishing",
    "choices": [],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "lines",
    "level": "finishing",
    "kind": "integer",
    "label": "线数",
    "english": "lines",
    "unit": "条",
    "starred": false,
    "readBack": true,
    "group": "finishing",
    "choices": [],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "texture",
    "level": "finishing",
    "kind": "text",
    "label": "纹号",
    "english": "texture no.",
    "unit": "",
    "starred": false,
    "readBack": true,
    "group": "finishing",
    "choices": [],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "number_range",
    "level": "finishing",
    "kind": "text",
    "label": "号码范围",
    "english": "number range",
    "unit": "",
    "starred": false,
    "readBack": true,
    "group": "finishing",
    "choices": [],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "flute",
    "level": "finishing",
    "kind": "preset",
    "label": "坑型",
    "english": "flute",
    "unit": "",
    "starred": false,
    "readBack": true,
    "group": "finishing",
    "choices": [],
    "withdrawn": [],
    "presets": [
      "A",
      "B",
      "C",
      "E",
      "F"
    ],
    "initial": ""
  },
  {
    "key": "remark",
    "level": "finishing",
    "kind": "text",
    "label": "备注",
    "english": "remark",
    "unit": "",
    "starred": false,
    "readBack": true,
    "group": "finishing",
    "choices": [],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "date",
    "level": "drop",
    "kind": "date",
    "label": "交货日期",
    "english": "delivery date",
    "unit": "",
    "starred": true,
    "readBack": true,
    "group": "drops",
    "choices": [],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "quantity",
    "level": "drop",
    "kind": "quantity",
    "label": "交货数量",
    "english": "delivery quantity",
    "unit": "",
    "starred": true,
    "readBack": true,
    "group": "drops",
    "choices": [],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "address",
    "level": "drop",
    "kind": "text",
    "label": "交货地址",
    "english": "delivery address",
    "unit": "",
    "starred": true,
    "readBack": true,
    "group": "drops",
    "choices": [],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "contact",
    "level": "drop",
    "kind": "text",
    "label": "收货人",
    "english": "receiver",
    "unit": "",
    "starred": false,
    "readBack": true,
    "group": "drops",
    "choices": [],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "phone",
    "level": "drop",
    "kind": "text",
    "label": "收货电话",
    "english": "receiver's phone",
    "unit": "",
    "starred": false,
    "readBack": true,
    "group": "drops",
    "choices": [],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "transport",
    "level": "drop",
    "kind": "preset",
    "label": "运输方式",
    "english": "mode of transport",
    "unit": "",
    "starred": false,
    "readBack": true,
    "group": "drops",
    "choices": [],
    "withdrawn": [],
    "presets": [
      "自送",
      "自提",
      "快递",
      "物流"
    ],
    "initial": ""
  },
  {
    "key": "carrier",
    "level": "drop",
    "kind": "text",
    "label": "承运",
    "english": "carrier",
    "unit": "",
    "starred": false,
    "readBack": true,
    "group": "drops",
    "choices": [],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "freight_payer",
    "level": "drop",
    "kind": "choice",
    "label": "运费承担",
    "english": "freight payer",
    "unit": "",
    "starred": false,
    "readBack": true,
    "group": "drops",
    "choices": [
      {
        "code": "house",
        "label": "我方",
        "english": "the house"
      },
      {
        "code": "customer",
        "label": "客户",
        "english": "the customer"
      }
    ],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "percent",
    "level": "instalment",
    "kind": "percent",
    "label": "比例",
    "english": "share",
    "unit": "",
    "starred": true,
    "readBack": true,
    "group": "payment",
    "choices": [],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "due",
    "level": "instalment",
    "kind": "choice",
    "label": "付款时点",
    "english": "due",
    "unit": "",
    "starred": true,
    "readBack": true,
    "group": "payment",
    "choices": [
      {
        "code": "before_order",
        "label": "下单前",
        "english": "before the order starts"
      },
      {
        "code": "before_shipping",
        "label": "发货前",
        "english": "before shipping"
      },
      {
        "code": "on_delivery",
        "label": "交货时",
        "english": "on delivery"
      },
      {
        "code": "monthly",
        "label": "月结",
        "english": "monthly account"
      }
    ],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "days",
    "level": "instalment",
    "kind": "integer",
    "label": "账期",
    "english": "days",
    "unit": "天",
    "starred": true,
    "readBack": true,
    "group": "payment",
    "choices": [],
    "withdrawn": [],
    "presets": [
      "30",
      "60",
      "90"
    ],
    "initial": ""
  },
  {
    "key": "name",
    "level": "service",
    "kind": "preset",
    "label": "项目",
    "english": "service",
    "unit": "",
    "starred": true,
    "readBack": true,
    "group": "services",
    "choices": [],
    "withdrawn": [],
    "presets": [
      "设计费",
      "打样费",
      "运费",
      "制版费",
      "刀版费",
      "排版费",
      "加急费"
    ],
    "initial": ""
  },
  {
    "key": "amount",
    "level": "service",
    "kind": "money",
    "label": "金额(含税)",
    "english": "amount, VAT included",
    "unit": "元",
    "starred": true,
    "readBack": true,
    "group": "services",
    "choices": [],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  },
  {
    "key": "remark",
    "level": "service",
    "kind": "text",
    "label": "说明",
    "english": "remark",
    "unit": "",
    "starred": false,
    "readBack": true,
    "group": "services",
    "choices": [],
    "withdrawn": [],
    "presets": [],
    "initial": ""
  }
];
export const GROUPS: ChoiceView[] = [
  {
    "code": "customer",
    "label": "客户与联系",
    "english": "Customer and contact"
  },
  {
    "code": "dates",
    "label": "日期",
    "english": "Dates"
  },
  {
    "code": "price",
    "label": "价格与发票",
    "english": "Price and invoice"
  },
  {
    "code": "payment",
    "label": "付款方式",
    "english": "Payment terms"
  },
  {
    "code": "services",
    "label": "服务项目",
    "english": "Services"
  },
  {
    "code": "product",
    "label": "产品",
    "english": "Product"
  },
  {
    "code": "binding",
    "label": "装订",
    "english": "Binding"
  },
  {
    "code": "component",
    "label": "部件",
    "english": "Component"
  },
  {
    "code": "paper",
    "label": "纸张",
    "english": "Paper"
  },
  {
    "code": "colour",
    "label": "印色",
    "english": "Colour"
  },
  {
    "code": "press",
    "label": "拼版与机台",
    "english": "Imposition and press"
  },
  {
    "code": "sheets",
    "label": "印张与印版",
    "english": "Sheets and plates"
  },
  {
    "code": "finishing",
    "label": "表面处理与后加工",
    "english": "Finishing"
  },
  {
    "code": "packing",
    "label": "包装",
    "english": "Packing"
  },
  {
    "code": "drops",
    "label": "交货批次",
    "english": "Delivery drops"
  },
  {
    "code": "quality",
    "label": "质量与备注",
    "english": "Quality and remarks"
  }
];
export const KINDS: KindView[] = [
  {
    "code": "od",
    "label": "OD 客户订单",
    "english": "customer order (OD)",
    "without": [
      "order.free",
      "order.estimator_id",
      "order.estimate_basis"
    ],
    "optional": [],
    "readBack": true,
    "released": true,
    "converts": false
  },
  {
    "code": "os",
    "label": "OS 样品订购单",
    "english": "sample order (OS)",
    "without": [
      "order.estimator_id",
      "order.estimate_basis"
    ],
    "optional": [
      "order.unit_price",
      "instalment"
    ],
    "readBack": true,
    "released": true,
    "converts": true
  },
  {
    "code": "op",
    "label": "OP 预售",
    "english": "presale (OP)",
    "without": [
      "order.free",
      "order.estimator_id",
      "order.estimate_basis"
    ],
    "optional": [
      "order.unit_price",
      "order.requested_date",
      "order.confirmed_date",
      "product.quantity",
      "instalment",
      "drop"
    ],
    "readBack": true,
    "released": false,
    "converts": true
  },
  {
    "code": "of",
    "label": "OF 库存生产申请",
    "english": "production for stock (OF)",
    "without": [
      "order.customer_id",
      "order.contact",
      "order.phone",
      "order.customer_po",
      "order.channel",
      "order.channel_note",
      "order.deal_type",
      "order.project",
      "order.long_term",
      "order.received_on",
      "order.received_time",
      "order.unit_price",
      "order.free",
      "order.tax_rate",
      "order.invoice_type",
      "product.part_no",
      "instalment",
      "service",
      "drop"
    ],
    "optional": [
      "order.sales_rep_id",
      "order.confirmed_date"
    ],
    "readBack": false,
    "released": true,
    "converts": false
  }
];
