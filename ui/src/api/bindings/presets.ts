// Written by `cargo xtask gen` from the one list of commands. Do not edit.
import type { BindingPartsView, PresetView } from "./types";

export const PRESETS: PresetView[] = [
  {
    "kind": "画册",
    "single": false,
    "product": {
      "binding": "骑马订",
      "size": "210 × 285",
      "unit": "本"
    },
    "components": [
      {
        "name": "封面",
        "pages": "4",
        "sides": "both",
        "work_style": "sheetwise"
      },
      {
        "name": "内文",
        "sides": "both",
        "work_style": "sheetwise"
      }
    ]
  },
  {
    "kind": "书刊",
    "single": false,
    "product": {
      "binding": "无线胶装",
      "size": "140 × 210",
      "unit": "本"
    },
    "components": [
      {
        "name": "封面",
        "pages": "4",
        "sides": "both",
        "work_style": "sheetwise"
      },
      {
        "name": "内文",
        "sides": "both",
        "work_style": "sheetwise"
      }
    ]
  },
  {
    "kind": "折页",
    "single": true,
    "product": {
      "binding": "散页",
      "flat_size": "420 × 285",
      "size": "210 × 285",
      "unit": "张"
    },
    "components": [
      {
        "name": "折页",
        "pages": "4",
        "sides": "both",
        "work_style": "sheetwise"
      }
    ]
  },
  {
    "kind": "单张",
    "single": true,
    "product": {
      "binding": "散页",
      "size": "210 × 285",
      "unit": "张"
    },
    "components": [
      {
        "name": "单张",
        "pages": "2",
        "sides": "both",
        "work_style": "sheetwise"
      }
    ]
  },
  {
    "kind": "海报",
    "single": true,
    "product": {
      "binding": "散页",
      "size": "420 × 570",
      "unit": "张"
    },
    "components": [
      {
        "name": "海报",
        "pages": "2",
        "sides": "one",
        "work_style": "single_side"
      }
    ]
  },
  {
    "kind": "名片",
    "single": true,
    "product": {
      "binding": "散页",
      "size": "90 × 54",
      "unit": "张"
    },
    "components": [
      {
        "name": "名片",
        "pages": "2",
        "sides": "both",
        "work_style": "sheetwise"
      }
    ]
  },
  {
    "kind": "信封",
    "single": true,
    "product": {
      "binding": "散页",
      "size": "220 × 110",
      "unit": "个"
    },
    "components": [
      {
        "name": "信封",
        "pages": "2",
        "sides": "one",
        "work_style": "single_side"
      }
    ]
  },
  {
    "kind": "信纸",
    "single": true,
    "product": {
      "binding": "散页",
      "size": "210 × 285",
      "unit": "张"
    },
    "components": [
      {
        "name": "信纸",
        "pages": "2",
        "sides": "one",
        "work_style": "single_side"
      }
    ]
  },
  {
    "kind": "笔记本",
    "single": false,
    "product": {
      "binding": "YO圈",
      "size": "140 × 210",
      "unit": "本"
    },
    "components": [
      {
        "name": "封面",
        "pages": "4",
        "sides": "both",
        "work_style": "sheetwise"
      },
      {
        "name": "内文",
        "sides": "both",
        "work_style": "sheetwise"
      }
    ]
  },
  {
    "kind": "台历",
    "single": false,
    "product": {
      "binding": "双线圈",
      "size": "210 × 150",
      "unit": "本"
    },
    "components": [
      {
        "name": "内文",
        "sides": "both",
        "work_style": "sheetwise"
      },
      {
        "grade": "灰板",
        "name": "灰板",
        "work_style": "unprinted"
      }
    ]
  },
  {
    "kind": "挂历",
    "single": false,
    "product": {
      "binding": "双线圈",
      "size": "420 × 570",
      "unit": "本"
    },
    "components": [
      {
        "name": "内文",
        "sides": "one",
        "work_style": "single_side"
      }
    ]
  },
  {
    "kind": "彩盒",
    "single": false,
    "product": {
      "binding": "散页",
      "unit": "个"
    },
    "components": [
      {
        "name": "盒面",
        "pages": "2",
        "sides": "one",
        "work_style": "single_side"
      }
    ]
  },
  {
    "kind": "手提袋",
    "single": false,
    "product": {
      "binding": "散页",
      "unit": "个"
    },
    "components": [
      {
        "name": "袋身",
        "pages": "2",
        "sides": "one",
        "work_style": "single_side"
      }
    ]
  },
  {
    "kind": "不干胶标签",
    "single": true,
    "product": {
      "binding": "散页",
      "unit": "张"
    },
    "components": [
      {
        "grade": "不干胶",
        "name": "标签",
        "pages": "2",
        "sides": "one",
        "work_style": "single_side"
      }
    ]
  },
  {
    "kind": "吊牌",
    "single": true,
    "product": {
      "binding": "散页",
      "size": "50 × 90",
      "unit": "个"
    },
    "components": [
      {
        "name": "吊牌",
        "pages": "2",
        "sides": "both",
        "work_style": "sheetwise"
      }
    ]
  },
  {
    "kind": "联单",
    "single": false,
    "product": {
      "binding": "胶头",
      "size": "210 × 140",
      "unit": "本"
    },
    "components": [
      {
        "grade": "无碳纸",
        "name": "第一联",
        "sides": "one",
        "work_style": "single_side"
      },
      {
        "grade": "无碳纸",
        "name": "第二联",
        "sides": "one",
        "work_style": "single_side"
      }
    ]
  },
  {
    "kind": "说明书",
    "single": true,
    "product": {
      "binding": "散页",
      "size": "140 × 210",
      "unit": "张"
    },
    "components": [
      {
        "name": "说明书",
        "pages": "2",
        "sides": "both",
        "work_style": "sheetwise"
      }
    ]
  }
];
export const BINDING_PARTS: BindingPartsView[] = [
  {
    "binding": "精装(方脊)",
    "components": [
      {
        "colours": "0+0",
        "grade": "灰板",
        "name": "灰板",
        "per_product": "2",
        "work_style": "unprinted"
      },
      {
        "colours": "0+0",
        "name": "环衬",
        "pages": "8",
        "work_style": "unprinted"
      }
    ]
  },
  {
    "binding": "精装(圆脊)",
    "components": [
      {
        "colours": "0+0",
        "grade": "灰板",
        "name": "灰板",
        "per_product": "2",
        "work_style": "unprinted"
      },
      {
        "colours": "0+0",
        "name": "环衬",
        "pages": "8",
        "work_style": "unprinted"
      }
    ]
  }
];
