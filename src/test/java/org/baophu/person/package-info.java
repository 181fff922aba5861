@NullMarked
package org.baophu.person;

import org.jspecify.annotations.NullMarked;
