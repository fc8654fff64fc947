@NullMarked
package io.hilum.trust.id;

import org.jspecify.annotations.NullMarked;
