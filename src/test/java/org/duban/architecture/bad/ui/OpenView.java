package org.duban.architecture.bad.ui;

import org.springframework.jdbc.core.simple.JdbcClient;

/** A view that others could build, and that asks the database by itself. */
@SuppressWarnings("unused")
public class OpenView {

    private JdbcClient jdbc;
}
