package org.duban.report.ui;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.duban.account.Account;
import org.duban.base.Ids;
import org.duban.base.MovableClock;
import org.duban.report.Attachment;
import org.duban.report.Attachments;
import org.duban.report.Samples;
import org.duban.support.Fixture;
import org.duban.support.IntegrationTest;
import org.duban.support.ReportFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@IntegrationTest
@AutoConfigureMockMvc
@Import(ReportFixture.class)
class FileDownloadsTests {

    @Autowired
    MockMvc web;

    @Autowired
    Fixture fixture;

    @Autowired
    ReportFixture reportFixture;

    @Autowired
    MovableClock clock;

    @Autowired
    Attachments attachments;

    ReportFixture.Open open;
    Attachment attachment;

    @BeforeEach
    void addEvidence() {
        open = reportFixture.open();
        attachment = fixture.as(open.lead().staff(), () -> {
            try {
                return attachments.add(open.report(), "验收单 \"1\".pdf", Samples.stream(Samples.PDF));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        });
    }

    @AfterEach
    void releaseTheClock() {
        clock.release();
    }

    @Test
    void servesAnAttachmentAndNeverAPage() throws Exception {
        download(open.lead().staff(), Ids.format(attachment.id()))
                .andExpect(status().isOk())
                .andExpect(content().bytes(Samples.PDF))
                .andExpect(header().string("Content-Type", "application/pdf"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Content-Disposition", startsWith("attachment;")))
                .andExpect(header().string(
                                "Content-Disposition",
                                containsString("filename*=UTF-8''%E9%AA%8C%E6%94%B6%E5%8D%95%20%221%22.pdf")));
    }

    @Test
    void knowsNothingOfEvidenceThatWasNotHandedIn() throws Exception {
        for (Account other : List.of(open.fellow().staff(), open.supervisor(), fixture.leader())) {
            download(other, Ids.format(attachment.id())).andExpect(status().isNotFound());
        }
    }

    @Test
    void servesWhatWasHandedInToThoseConcernedAlone() throws Exception {
        reportFixture.submit(open.lead().staff(), open.report(), 20);

        for (Account concerned : List.of(open.fellow().staff(), open.supervisor(), fixture.leader())) {
            download(concerned, Ids.format(attachment.id())).andExpect(status().isOk());
        }
        for (Account stranger : List.of(fixture.office().staff(), fixture.supervisor(), fixture.admin())) {
            download(stranger, Ids.format(attachment.id())).andExpect(status().isNotFound());
        }
    }

    @Test
    void answersAnInventedAddressLikeAHiddenOne() throws Exception {
        for (String invented : List.of("0", "0000000000000", "..%2f..%2fetc", Long.toString(attachment.id()))) {
            download(open.lead().staff(), invented).andExpect(status().is4xxClientError());
        }
    }

    @Test
    void servesNothingToSomebodyWhoIsNotSignedIn() throws Exception {
        web.perform(get("/files/" + Ids.format(attachment.id()))).andExpect(result -> {
            int status = result.getResponse().getStatus();
            if (status != 302 && status != 401 && status != 403) {
                throw new AssertionError("Answered with " + status);
            }
        });
    }

    private ResultActions download(Account account, String id) throws Exception {
        return web.perform(get("/files/" + id)
                .with(authentication(
                        UsernamePasswordAuthenticationToken.authenticated(account.asCaller(), null, List.of()))));
    }
}
