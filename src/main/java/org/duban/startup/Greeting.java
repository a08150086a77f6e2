package org.duban.startup;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Says on the console that the server is ready, and where. */
@Component
class Greeting {

    private final Path data;

    Greeting(@Value("${duban.data}") Path data) {
        this.data = data;
    }

    /** @param demoAccounts whether to list the accounts of the demo */
    void print(int port, boolean demoAccounts) {
        StringBuilder text = new StringBuilder()
                .append("\nDuban is ready: http://localhost:")
                .append(port)
                .append("\nData: ")
                .append(data.toAbsolutePath().normalize())
                .append('\n');
        if (demoAccounts) {
            text.append("Demo accounts, password ")
                    .append(DemoAccounts.PASSWORD)
                    .append(":\n  supervisor, supervisor.ln   supervisors of the national and the Liaoning directives")
                    .append("\n  leader                      leadership")
                    .append("\n  staff.miit, head.miit       staff and head of a department;")
                    .append(" any code of seeds/departments.yaml goes")
                    .append("\n  admin                       system administrator\n");
        }
        text.append("Stop with Ctrl-C.\n");
        System.out.println(text);
    }
}
