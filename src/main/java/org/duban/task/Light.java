package org.duban.task;

/** 红黄绿灯. */
public enum Light {
    /** Not started. */
    GREY,
    GREEN,
    YELLOW,
    RED
}
