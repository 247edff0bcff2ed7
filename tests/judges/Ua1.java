import java.io.File;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Asks veraPDF's engine whether PDFs are PDF/UA-1: of each, its verdict and the rules it breaks. */
public class Ua1 {
    public static void main(String[] files) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (String file : files) judge(file);
    }

    private static void judge(String file) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file));
                PDFAValidator validator =
                        Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
            ValidationResult result = validator.validate(parser);
            System.out.printf("%s: %s%n", file, result.isCompliant() ? "PDF/UA-1" : "not PDF/UA-1");
            for (TestAssertion broken : result.getTestAssertions())
                System.out.printf("  %s: %s%n", broken.getRuleId().getClause(), broken.getMessage());
        }
    }
}
