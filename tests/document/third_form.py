"""A form of another kind, as somebody else might write it: for tests of what must hold for any form."""

THIRD_FORM = """
form: third
version: 1
name: 仓库年报
language: zh-CN
years: {first: 2020}
source: 测试
title: "{org}{year}年仓库年报"
cover:
  sheet: 首页
  heading: 仓库年报
  instructions: [请填写。]
  fields:
    - {id: org, label: 单位, kind: text}
    - {id: year, label: 年度, kind: year}
    - {id: head, label: 负责人, kind: text, optional: true}
    - {id: counted, label: 盘点日期, kind: date, optional: true}
    - id: kind
      label: 类别
      kind: choice
      choices: [{id: big, label: 大型}, {id: small, label: 小型}]
types:
  - {id: pieces, code: A01, integer: true, minimum: 0, unit: 件, source: 测试}
sections:
  - id: remarks
    heading: 一、说明
    sheet: 一
    source: 测试
    narrative: {}
  - id: stock
    heading: 二、库存
    sheet: 二
    source: 测试
    table:
      widths: [1500, 1500, 1500]
      blocks:
        - title: 第一组
          corner: 名称
          type: pieces
          columns: [{id: keys, label: 数量}, {id: total, label: 合计, computed: true}]
          rows:
            - {id: items, label: 物品}
            - {id: spare, label: 备件, optional: true}
        - type: pieces
          columns: [{id: visits, label: 出入库次数}]
equations:
  - {code: A02, name: 合计, in: stock, each: row, only: [items, spare], left: [keys], right: [total], source: 测试}
"""
