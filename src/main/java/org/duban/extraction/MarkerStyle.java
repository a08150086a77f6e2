package org.duban.extraction;

/** How items are numbered, the outermost first; a style never stands inside one behind it. */
enum MarkerStyle {
    /** 第一部分, 第一篇. */
    PART,
    /** 第一章. */
    CHAPTER,
    /** 第一节. */
    SECTION,
    /** 一、 */
    CHINESE_COMMA,
    /** 第一条. */
    ARTICLE,
    /** （一） */
    CHINESE_BRACKET,
    /** 1、 */
    ARABIC_COMMA,
    /** 1. */
    ARABIC_POINT,
    /** 1.1, 1.1.2 */
    DECIMAL,
    /** （1） or 1） */
    ARABIC_BRACKET,
    /** ① */
    CIRCLED
}
