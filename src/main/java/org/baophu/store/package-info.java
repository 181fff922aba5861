/**
 * The database behind the nights: H2 in a file, or PostgreSQL; one schema for both.
 *
 * <p>{@link org.baophu.store.JdbcNightStore} keeps what must outlive a night and adapts to what
 * {@code night} asks for. The schema stands in {@code schema/V*.sql} among the resources of this
 * package and is brought up to date by Flyway at every start; Spring Batch's job repository is part
 * of it; an H2 file is upgraded by {@link org.baophu.store.FileUpgrade}. {@link
 * org.baophu.store.PersonHistory} tells what is kept of one person. {@link
 * org.baophu.store.NightLock} and {@link org.baophu.store.DatabaseLock} see to it that one night
 * runs at a time.
 */
@NullMarked
package org.baophu.store;

import org.jspecify.annotations.NullMarked;
