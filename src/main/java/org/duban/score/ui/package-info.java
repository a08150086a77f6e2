/** The pages of the score ledger, and its part of the key task page. */
package org.duban.score.ui;
