/**
 * Who hears how nights go: a log of events, a webhook, e-mail, and a page of measures for whoever
 * asks.
 *
 * <p>Comes in: what began, and a {@link org.baophu.notify.NightReport} of each night that ended,
 * with the {@link org.baophu.notify.Figures} that the night's own manifest states. Goes out: {@link
 * org.baophu.notify.EventLog} lines of JSON, {@link org.baophu.notify.Webhook} calls, {@link
 * org.baophu.notify.Mail}, and {@link org.baophu.notify.MonitorPage} on a loopback port. All of
 * them carry counts, times, dates and ids of runs; no names, no ids and no values of persons, and
 * no messages of failures, since those may quote the data.
 *
 * <p>That nobody could be told never fails a night: it is one more event in the log.
 */
@NullMarked
package org.baophu.notify;

import org.jspecify.annotations.NullMarked;
