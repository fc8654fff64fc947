@NullMarked
package io.hilum.gateway.admission;

import org.jspecify.annotations.NullMarked;
