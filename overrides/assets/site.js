{#- The site's script: small improvements, each in a file in scripts/. Every page is complete without it. -#}
{% include "scripts/palette.js" +%}
{% include "scripts/search.js" +%}
{% include "scripts/marks.js" +%}
{% include "scripts/copy.js" +%}
{% include "scripts/areas.js" +%}
{% include "scripts/print.js" +%}
